package org.broadsheet.site.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.reader.Sessions;
import org.broadsheet.reader.oidc.OpenId;
import org.broadsheet.testing.LocalProvider;
import org.broadsheet.testing.People;
import org.broadsheet.testing.Surfer;
import org.broadsheet.testing.TestPaper;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Linking an account at the provider, which is a way in for good: by the reader's own wish and by nobody else's. */
class ProviderPageTest {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final LocalProvider PROVIDER = new LocalProvider();

    @RegisterExtension
    static final TestPaper PAPER = TestPaper.start(PROVIDER.settings());

    private final String email = "provider" + COUNT.incrementAndGet() + "@paper.example";
    private final ReaderId reader = People.join(PAPER.database().jdbi(), email);
    private final Surfer surfer = new Surfer(PAPER).as(reader);

    @AfterAll
    static void close() {
        PROVIDER.close();
    }

    /** Lax cookies go along when a stranger's page leads a browser here, and the browser may be signed in there as the stranger. */
    @Test
    void a_strangers_page_or_an_address_typed_by_nobody_begins_no_link() {
        for (Map<String, String> says : java.util.List.of(
                Map.of("Sec-Fetch-Site", "cross-site"),
                Map.of("Sec-Fetch-Site", "same-site"),
                Map.<String, String>of())) {
            HttpResponse<String> answer = link(says);
            assertThat(Surfer.location(answer)).as(says.toString()).isEqualTo("/account/security");
            assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        }
        HttpResponse<String> own = link(Map.of("Sec-Fetch-Site", "same-origin"));
        assertThat(Surfer.location(own)).startsWith(PROVIDER.issuer() + "/authorize?");
    }

    @Test
    void a_link_of_ones_own_is_made_and_the_mailbox_is_told() throws Exception {
        String back = visit(link(Map.of("Sec-Fetch-Site", "same-origin")));
        HttpResponse<String> linked = surfer.get(back);
        assertThat(Surfer.location(linked)).isEqualTo("/account/security?done=provider-linked");
        assertThat(PAPER.door(OpenId.class).linked(reader)).isTrue();
        assertThat(mailed()).isEqualTo(1);
    }

    /** The owner signs out everywhere because of a thief, who is at the provider just then. */
    @Test
    void whoever_has_been_put_out_meanwhile_links_nothing() throws Exception {
        String back = visit(link(Map.of("Sec-Fetch-Site", "same-origin")));
        PAPER.door(Sessions.class).endEverywhere(reader, Instant.now());
        HttpResponse<String> late = surfer.get(back);
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(late.body()).select("h1").text()).isNotEmpty();
        assertThat(PAPER.door(OpenId.class).linked(reader)).isFalse();
        assertThat(mailed()).isZero();
    }

    @Test
    void whoever_signs_in_as_somebody_else_meanwhile_links_nothing() throws Exception {
        String back = visit(link(Map.of("Sec-Fetch-Site", "same-origin")));
        ReaderId other = People.join(PAPER.database().jdbi(), "other-" + email);
        surfer.as(other);
        assertThat(surfer.get(back).statusCode()).isEqualTo(422);
        assertThat(PAPER.door(OpenId.class).linked(reader)).isFalse();
        assertThat(PAPER.door(OpenId.class).linked(other)).isFalse();
    }

    private HttpResponse<String> link(Map<String, String> says) {
        HttpRequest.Builder request = HttpRequest.newBuilder(PAPER.at("/account/security/openid"))
                .header("Cookie", "session=" + surfer.cookies().get("session"));
        says.forEach(request::header);
        HttpResponse<String> answer = PAPER.send(request.build());
        answer.headers()
                .allValues("Set-Cookie")
                .forEach(cookie -> surfer.cookies()
                        .put(cookie.split("=", 2)[0], cookie.split("=", 2)[1].split(";", 2)[0]));
        return answer;
    }

    /** At the provider, where somebody signs in whom it has not told us of before; the address that it sends back to. */
    private String visit(HttpResponse<String> departed) throws Exception {
        PROVIDER.saying(each ->
                each.subject("s-" + email).claim("email", "there-" + email).claim("email_verified", false));
        try (HttpClient browser = HttpClient.newHttpClient()) {
            URI back = URI.create(browser.send(
                            HttpRequest.newBuilder(URI.create(Surfer.location(departed)))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .headers()
                    .firstValue("Location")
                    .orElseThrow());
            return back.getRawPath() + "?" + back.getRawQuery();
        }
    }

    private int mailed() {
        return PAPER.database()
                .jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select count(*) from base.mail where recipient = :to and words like '%linked to one at%'")
                        .bind("to", email)
                        .mapTo(Integer.class)
                        .one());
    }
}
