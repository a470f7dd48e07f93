package org.broadsheet.base;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Everything an operator may set, by environment ({@code BROADSHEET_PORT=8080}) or in {@code broadsheet.yaml} in the
 * data folder ({@code port: 8080}); the environment wins. Each setting is documented by its own declaration here.
 */
public record Settings(
        Server server,
        Paper paper,
        Storage storage,
        Secrets secrets,
        Mail mail,
        SignIn signIn,
        Sales sales,
        Operations operations) {

    /** Where the paper listens and how it is reached. */
    public record Server(
            @Setting(
                    name = "PORT",
                    standard = "8080",
                    to = 65535,
                    says = "The port the paper listens on; 0 takes any free one.")
            int port,

            @Setting(
                    name = "ADDRESS",
                    says = "The one address to listen on, such as 127.0.0.1; unset listens on every address.")
            Optional<String> address,

            @Setting(
                    name = "BASE_URL",
                    says =
                            "The address readers use, such as https://paper.example; unset means http://localhost with the port.")
            Optional<BaseUrl> publicUrl,

            @Setting(
                    name = "TRUSTED_PROXIES",
                    standard = "127.0.0.0/8, ::1/128",
                    says =
                            "Proxies in front of the paper, as networks; X-Forwarded-For and X-Forwarded-Proto are believed from these only.")
            List<Network> trustedProxies,

            @Setting(name = "STOP_WITHIN", standard = "30s", says = "How long a stop waits for requests in flight.")
            Duration stopWithin,

            @Setting(
                    name = "CONNECTIONS",
                    standard = "4096",
                    from = 16,
                    says = "The most connections the paper holds at once; further ones wait until one has ended.")
            int connections,

            @Setting(
                    name = "CONNECTIONS_PER_ADDRESS",
                    standard = "256",
                    from = 1,
                    says =
                            "The most connections from one address, or of IPv6 from one network of 64 bits; further ones are closed. Trusted proxies and loopback are not counted.")
            int connectionsPerAddress) {}

    /** What the paper is called, where and in which language it lives. */
    public record Paper(
            @Setting(name = "NAME", standard = "Broadsheet", says = "The name on the masthead.")
            String name,

            @Setting(name = "MOTTO", says = "One line on what the paper is, for its foot and for search engines.")
            Optional<String> motto,

            @Setting(
                    name = "ZONE",
                    standard = "UTC",
                    says = "The paper's own time zone, such as Asia/Jakarta: days, dates and monthly quotas follow it.")
            ZoneId zone,

            @Setting(
                    name = "LANGUAGE",
                    standard = "en",
                    says = "The language of the interface texts, as a BCP 47 tag: en or id.")
            Locale language) {}

    /** Where things are kept. */
    public record Storage(
            @Setting(
                    name = "DATA",
                    standard = "var",
                    says = "The data folder: the embedded database, photographs, broadsheet.yaml.")
            Path data,

            @Setting(
                    name = "DATABASE_URL",
                    says =
                            "A PostgreSQL 15 or later to use instead of the embedded one: postgres://user:password@host:5432/name.")
            Optional<DatabaseUrl> database,

            @Setting(
                    name = "PAGES_ON_DISK",
                    standard = "0",
                    to = 100_000,
                    says =
                            "The most megabytes of the data folder's disk for finished pages that memory has no room for, never more than a tenth of what is free; 0 keeps none there.")
            int pagesOnDisk,

            @Setting(
                    name = "DATABASE_CONNECTIONS",
                    standard = "16",
                    from = 2,
                    to = 500,
                    says = "The most connections one node keeps to the database.")
            int connections) {}

    /** What must not be seen. Never logged, never printed. */
    public record Secrets(
            @Setting(
                    name = "SECRET",
                    from = 32,
                    says =
                            "Signs cookies and links, at least 32 characters; unset makes one in the data folder. Nodes that share a database need the same one.")
            Optional<Secret> signing,

            @Setting(
                    name = "SECRET_BEFORE",
                    from = 32,
                    says =
                            "The secret used before SECRET: what it signed stays good until it runs out, so that a new secret signs nobody out.")
            Optional<Secret> before) {}

    /** How the paper sends mail. */
    public record Mail(
            @Setting(
                    name = "SMTP_URL",
                    says =
                            "The mail server: smtp://user:password@host:587 (STARTTLS) or smtps://user:password@host:465; unset sends no mail.")
            Optional<SmtpUrl> server,

            @Setting(name = "MAIL_FROM", says = "The sender of the paper's mail, such as paper@paper.example.")
            Optional<String> from) {}

    /** How readers and staff sign in, beyond password, link and passkey. */
    public record SignIn(
            @Setting(
                    name = "OIDC_ISSUER",
                    says =
                            "The OpenID Connect provider readers may sign in with, such as https://id.example; unset offers none.")
            Optional<String> issuer,

            @Setting(name = "OIDC_NAME", says = "What readers call that provider, for its button.")
            Optional<String> name,

            @Setting(name = "OIDC_CLIENT_ID", says = "The paper's name at that provider.")
            Optional<String> client,

            @Setting(name = "OIDC_CLIENT_SECRET", says = "The paper's secret at that provider.")
            Optional<Secret> secret,

            @Setting(
                    name = "SECOND_FACTOR",
                    standard = "choice",
                    says =
                            "Who must sign in with a second factor or a passkey: choice (nobody has to), publishers, editors (and publishers), staff.")
            SecondFactor secondFactor) {}

    public enum SecondFactor {
        CHOICE,
        PUBLISHERS,
        EDITORS,
        STAFF
    }

    /** What is sold, and what is given away to those who only look. */
    public record Sales(
            @Setting(
                    name = "METER",
                    standard = "3",
                    to = 50,
                    says = "How many metered stories a reader without a subscription may open in a calendar month.")
            int meter,

            @Setting(
                    name = "CRAWLERS",
                    says =
                            "Search engines that may read whole stories, each verified by name server or published addresses: google, bing, apple, duckduckgo; unset means none.")
            List<String> crawlers,

            @Setting(
                    name = "STRIPE_KEY",
                    says = "The payment provider's secret key; unset sells by voucher and invoice.")
            Optional<Secret> stripe,

            @Setting(
                    name = "STRIPE_WEBHOOK_SECRET",
                    says = "Signs what the payment provider tells the paper at /webhooks/stripe.")
            Optional<Secret> stripeWebhook,

            @Setting(
                    name = "STRIPE_API",
                    says =
                            "Another address of the payment provider's interface, for trying it out; unset means its own.")
            Optional<BaseUrl> stripeApi,

            @Setting(
                    name = "PAY_TO",
                    says =
                            "How readers pay an invoice, as the invoice says it, such as the name of the bank and the number of the account.")
            Optional<String> payTo) {}

    /** For those who run it. */
    public record Operations(
            @Setting(
                    name = "LOG_FORMAT",
                    standard = "text",
                    says = "text for people, json for machines: one event a line either way.")
            LogFormat logFormat,

            @Setting(
                    name = "METRICS_TOKEN",
                    says =
                            "Opens /metrics to whoever sends it as a bearer token; unset answers loopback and private addresses only.")
            Optional<Secret> metricsToken) {}

    public enum LogFormat {
        TEXT,
        JSON
    }

    /** Reads the environment, and broadsheet.yaml in the data folder it names. Refuses with every mistake at once. */
    public static Settings load(Map<String, String> environment) {
        return SettingsReader.read(environment, Map.of());
    }

    /** As {@link #load(Map)}; what the command line says ({@code "PORT" -> "8080"}) wins over both. */
    public static Settings load(Map<String, String> environment, Map<String, String> commandLine) {
        return SettingsReader.read(environment, commandLine);
    }

    /** The address readers use, without a slash at its end. */
    public URI baseUrl() {
        return server.publicUrl().map(BaseUrl::value).orElseGet(() -> URI.create("http://localhost:" + server.port()));
    }

    Settings withSigning(Secret secret) {
        return new Settings(
                server,
                paper,
                storage,
                new Secrets(Optional.of(secret), secrets.before()),
                mail,
                signIn,
                sales,
                operations);
    }

    public ZoneId zone() {
        return paper.zone();
    }

    public Path data() {
        return storage.data();
    }
}
