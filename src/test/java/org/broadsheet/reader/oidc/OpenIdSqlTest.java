package org.broadsheet.reader.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.broadsheet.base.Settings;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.reader.once.Once;
import org.broadsheet.testing.LocalProvider;
import org.broadsheet.testing.LocalProvider.Signed;
import org.broadsheet.testing.People;
import org.broadsheet.testing.TestDatabase;
import org.broadsheet.testing.TestSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.annotation.Bean;

/** Signing in with a provider that speaks the real protocol, and with one that lies. */
class OpenIdSqlTest {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final LocalProvider PROVIDER = new LocalProvider();

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    private final String email = "openid" + COUNT.incrementAndGet() + "@paper.example";
    private final OpenId openid = DATABASE.door(OpenId.class, OpenIdLinks.class, Once.class, WithProvider.class);

    static class WithProvider {
        @Bean
        Settings settings() {
            return TestSettings.of(PROVIDER.settings());
        }
    }

    @AfterAll
    static void close() {
        PROVIDER.close();
    }

    /** What a browser brings back, having been at the provider. */
    private static OpenId.Return visit(Departure departure) {
        try (HttpClient browser = HttpClient.newHttpClient()) {
            HttpResponse<Void> sent = browser.send(
                    HttpRequest.newBuilder(departure.address()).build(), HttpResponse.BodyHandlers.discarding());
            URI back = URI.create(sent.headers().firstValue("Location").orElseThrow());
            assertThat(back.toString()).startsWith("https://paper.example/sign-in/oidc/back?");
            Map<String, List<String>> said = URLUtils.parseParameters(back.getRawQuery());
            return new OpenId.Return(departure.cookie(), one(said, "state"), one(said, "code"), one(said, "iss"));
        } catch (java.io.IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String one(Map<String, List<String>> said, String name) {
        return said.getOrDefault(name, List.of("")).getFirst();
    }

    private Departure depart(Optional<ReaderId> reader) {
        return openid.depart("/account", reader, Instant.now()).orElseThrow();
    }

    private Arrived signIn() {
        return openid.arrive(visit(depart(Optional.empty())), Instant.now());
    }

    private void link(ReaderId reader) {
        assertThat(openid.arrive(visit(depart(Optional.of(reader))), Instant.now()))
                .isEqualTo(new Arrived.Linked(reader));
    }

    private void somebody(String subject, boolean verified) {
        PROVIDER.saying(each -> each.subject(subject).claim("email", email).claim("email_verified", verified));
    }

    @Test
    void an_account_that_is_there_is_never_linked_by_its_address_alone_but_by_who_is_signed_in_to_it() {
        ReaderId reader = People.join(DATABASE.jdbi(), email);
        somebody("s-" + email, true);
        assertThat(signIn()).isEqualTo(new Arrived.SignInFirst(email));
        assertThat(openid.linked(reader)).isFalse();
        link(reader);
        assertThat(signIn()).isEqualTo(new Arrived.Recognised(reader, "/account"));
        PROVIDER.saying(each -> each.subject("s-" + email).claim("email", "moved@paper.example"));
        assertThat(signIn()).as("a link outlives the address").isEqualTo(new Arrived.Recognised(reader, "/account"));
        assertThat(openid.unlink(reader)).isTrue();
        assertThat(openid.linked(reader)).isFalse();
        somebody("s-" + email, true);
        assertThat(signIn()).isEqualTo(new Arrived.SignInFirst(email));
    }

    @Test
    void an_address_that_the_provider_has_not_verified_gets_one_answer_whether_it_has_an_account_or_not() {
        somebody("s-" + email, false);
        assertThat(signIn()).isEqualTo(new Arrived.Unverified(email));
        ReaderId reader = People.join(DATABASE.jdbi(), email);
        assertThat(signIn()).isEqualTo(new Arrived.Unverified(email));
        PROVIDER.saying(each -> each.subject("s-" + email).claim("email", email));
        assertThat(signIn()).isEqualTo(new Arrived.Unverified(email));
        PROVIDER.saying(each -> each.subject("s-" + email).claim("email", email).claim("email_verified", "true"));
        assertThat(signIn()).isNotInstanceOf(Arrived.Recognised.class);
        assertThat(openid.linked(reader)).isFalse();
    }

    @Test
    void whoever_is_signed_in_links_and_nobody_else_can_link_the_same_account_there() {
        ReaderId reader = People.join(DATABASE.jdbi(), email);
        ReaderId other = People.join(DATABASE.jdbi(), "other-" + email);
        PROVIDER.saying(each -> each.subject("s-" + email));
        link(reader);
        assertThat(openid.arrive(visit(depart(Optional.of(other))), Instant.now()))
                .isEqualTo(new Arrived.LinkedElsewhere());
        assertThat(signIn()).isEqualTo(new Arrived.Recognised(reader, "/account"));
    }

    @Test
    void strangers_and_those_without_an_address_are_told_what_to_do() {
        somebody("stranger", true);
        assertThat(signIn()).isInstanceOfSatisfying(Arrived.Stranger.class, stranger -> {
            assertThat(stranger.who().email()).isEqualTo(email);
            assertThat(stranger.who().subject()).isEqualTo("stranger");
            assertThat(stranger.who().to()).isEqualTo("/account");
        });
        for (String address : List.of("", "nobody", "a@b@c", "a b@paper.example", "line\n@paper.example")) {
            PROVIDER.saying(
                    each -> each.subject("nameless").claim("email", address).claim("email_verified", true));
            assertThat(signIn()).as(address).isEqualTo(new Arrived.NoAddress());
        }
    }

    @ParameterizedTest
    @EnumSource(value = Signed.class, mode = EnumSource.Mode.EXCLUDE, names = "RIGHTLY")
    void a_token_that_the_provider_did_not_sign_is_refused(Signed how) {
        People.join(DATABASE.jdbi(), email);
        somebody("s-" + email, true);
        PROVIDER.signing(how);
        assertThat(signIn()).isEqualTo(new Arrived.Failed());
    }

    @Test
    void a_token_for_another_time_paper_browser_or_from_another_issuer_is_refused() {
        People.join(DATABASE.jdbi(), email);
        Date past = Date.from(Instant.now().minusSeconds(600));
        for (UnaryOperator<com.nimbusds.jwt.JWTClaimsSet.Builder> lie :
                List.<UnaryOperator<com.nimbusds.jwt.JWTClaimsSet.Builder>>of(
                        each -> each.expirationTime(past),
                        each -> each.expirationTime(null),
                        each -> each.audience("another paper"),
                        each -> each.audience(List.of(LocalProvider.CLIENT, "another paper")),
                        each -> each.issuer("http://localhost:1"),
                        each -> each.claim("nonce", "another browser's"),
                        each -> each.claim("nonce", null),
                        each -> each.subject(null))) {
            PROVIDER.saying(each ->
                    lie.apply(each.subject("s-" + email).claim("email", email).claim("email_verified", true)));
            assertThat(signIn()).isEqualTo(new Arrived.Failed());
        }
    }

    @Test
    void what_comes_back_must_be_what_was_sent_once_and_in_time() {
        People.join(DATABASE.jdbi(), email);
        somebody("s-" + email, true);
        OpenId.Return right = visit(depart(Optional.empty()));
        OpenId.Return another = visit(depart(Optional.empty()));
        Instant now = Instant.now();
        assertThat(openid.arrive(new OpenId.Return(right.cookie(), another.state(), right.code(), right.issuer()), now))
                .isEqualTo(new Arrived.Abandoned());
        assertThat(openid.arrive(new OpenId.Return("", right.state(), right.code(), right.issuer()), now))
                .isEqualTo(new Arrived.Abandoned());
        String tampered = right.cookie().substring(0, right.cookie().length() - 2) + "AA";
        assertThat(openid.arrive(new OpenId.Return(tampered, right.state(), right.code(), right.issuer()), now))
                .isEqualTo(new Arrived.Abandoned());
        assertThat(openid.arrive(right, now.plus(Journey.LIFE))).isEqualTo(new Arrived.Abandoned());
        assertThat(openid.arrive(right, now)).isInstanceOf(Arrived.SignInFirst.class);
        assertThat(openid.arrive(right, now)).isEqualTo(new Arrived.Abandoned());
    }

    @Test
    void a_code_of_another_browser_or_from_another_provider_is_refused() {
        People.join(DATABASE.jdbi(), email);
        somebody("s-" + email, true);
        OpenId.Return mine = visit(depart(Optional.empty()));
        OpenId.Return theirs = visit(depart(Optional.empty()));
        Instant now = Instant.now();
        assertThat(openid.arrive(new OpenId.Return(mine.cookie(), mine.state(), theirs.code(), mine.issuer()), now))
                .isEqualTo(new Arrived.Failed());
        OpenId.Return mixedUp = visit(depart(Optional.empty()));
        assertThat(openid.arrive(
                        new OpenId.Return(mixedUp.cookie(), mixedUp.state(), mixedUp.code(), "https://evil.example"),
                        now))
                .isEqualTo(new Arrived.Failed());
    }

    @Test
    void a_description_that_leads_out_of_loopback_or_names_another_issuer_is_not_followed() {
        for (Map.Entry<String, String> lie : Map.of(
                        "authorization_endpoint", "https://evil.example/authorize",
                        "issuer", "http://localhost:1",
                        "jwks_uri", "file:///etc/passwd")
                .entrySet()) {
            try (LocalProvider crooked = new LocalProvider()) {
                crooked.describing(all -> {
                    Map<String, Object> changed = new HashMap<>(all);
                    changed.put(lie.getKey(), lie.getValue());
                    return changed;
                });
                OpenId asked = new OpenId(
                        TestSettings.of(crooked.settings()),
                        DATABASE.door(Once.class),
                        DATABASE.door(OpenIdLinks.class));
                Optional<Departure> way = asked.depart("/", Optional.empty(), Instant.now());
                if (lie.getKey().equals("jwks_uri")) {
                    assertThat(way.map(each -> asked.arrive(visit(each), Instant.now()))
                                    .orElse(new Arrived.Failed()))
                            .isEqualTo(new Arrived.Failed());
                } else {
                    assertThat(way).isEmpty();
                }
            }
        }
    }
}
