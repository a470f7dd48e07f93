package org.broadsheet.site.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.testing.People;
import org.broadsheet.testing.SoftKey;
import org.broadsheet.testing.Surfer;
import org.broadsheet.testing.TestPaper;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PasskeyPageTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String HERE = "http://paper.example";
    private static final AtomicInteger COUNT = new AtomicInteger();

    @RegisterExtension
    static final TestPaper PAPER = TestPaper.start(Map.of("BASE_URL", HERE));

    private final ReaderId reader =
            People.join(PAPER.database().jdbi(), "passkeys" + COUNT.incrementAndGet() + "@paper.example");

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    private static Map<String, Object> options(JsonNode offer) {
        return JSON.convertValue(offer.path("publicKey"), new TypeReference<Map<String, Object>>() {});
    }

    private static String said(JsonNode offer, String answer, String name) {
        return "{\"ticket\":\"" + offer.path("ticket").asString() + "\",\"answer\":" + answer + ",\"name\":\"" + name
                + "\",\"to\":\"/account/security\"}";
    }

    private SoftKey made(Surfer surfer) {
        SoftKey key = new SoftKey(HERE);
        JsonNode offer = json(surfer.postJson("/account/security/passkeys/options", "{}"));
        HttpResponse<String> kept =
                surfer.postJson("/account/security/passkeys", said(offer, key.make(options(offer)), "<b>my phone"));
        assertThat(json(kept).path("to").asString()).isEqualTo("/account/security?done=passkey-made");
        return key;
    }

    @Test
    void a_passkey_is_made_listed_renamed_used_and_removed() {
        Surfer surfer = new Surfer(PAPER).as(reader);
        SoftKey key = made(surfer);
        Document page = surfer.page("/account/security?done=passkey-made");
        assertThat(page.select("[role=status]").text()).contains("has been added");
        assertThat(page.select(".passkeys h3").text()).isEqualTo("<b>my phone");
        String action = page.select("form[action$=/name]").attr("action");
        assertThat(Surfer.location(surfer.post(action, Map.of("name", " my  telephone "))))
                .endsWith("done=passkey-renamed");
        assertThat(surfer.post(action, Map.of("name", " ")).statusCode()).isEqualTo(422);
        assertThat(surfer.page("/account/security").select(".passkeys h3").text())
                .isEqualTo("my telephone");

        Surfer elsewhere = new Surfer(PAPER);
        JsonNode offer = json(elsewhere.postJson("/sign-in/passkey/options", "{}"));
        String answer = said(offer, key.answer("paper.example", options(offer)), "");
        HttpResponse<String> in = elsewhere.postJson("/sign-in/passkey", answer);
        assertThat(json(in).path("to").asString()).isEqualTo("/account/security");
        assertThat(elsewhere.cookies()).containsKey("session");
        assertThat(elsewhere.page("/account/security").select(".passkeys h3")).hasSize(1);
        assertThat(new Surfer(PAPER).postJson("/sign-in/passkey", answer).statusCode())
                .isEqualTo(409);

        String removal = page.select("form[action$=/removal]").attr("action");
        assertThat(surfer.postFromElsewhere(removal, Map.of()).statusCode()).isEqualTo(403);
        Surfer thief = new Surfer(PAPER).as(People.join(PAPER.database().jdbi(), "thief" + reader + "@paper.example"));
        assertThat(thief.post(removal, Map.of()).statusCode()).isEqualTo(404);
        assertThat(Surfer.location(surfer.post(removal, Map.of()))).endsWith("done=passkey-removed");
        JsonNode again = json(elsewhere.postJson("/sign-in/passkey/options", "{}"));
        assertThat(elsewhere
                        .postJson("/sign-in/passkey", said(again, key.answer("paper.example", options(again)), ""))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void a_passkey_counts_as_two_factors_and_shows_who_one_is() {
        Surfer surfer = new Surfer(PAPER).as(reader);
        SoftKey key = made(surfer);
        PAPER.database()
                .jdbi()
                .useHandle(handle -> handle.execute(
                        "update reader.device set began_at = now() - interval '1 hour', proved_at = null where reader = ?",
                        reader.value()));
        assertThat(json(surfer.postJson("/account/security/passkeys/options", "{}"))
                        .path("to")
                        .asString())
                .startsWith("/account/confirm");
        JsonNode offer = json(surfer.postJson("/sign-in/passkey/options", "{}"));
        HttpResponse<String> confirmed = surfer.postJson(
                "/account/confirm/passkey", said(offer, key.answer("paper.example", options(offer)), ""));
        assertThat(json(confirmed).path("to").asString()).isEqualTo("/account/security");
        int withOne = PAPER.database()
                .jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select count(*) from reader.device where reader = :reader and not two_factors")
                        .bind("reader", reader.value())
                        .mapTo(Integer.class)
                        .one());
        assertThat(withOne).isZero();
    }

    @Test
    void somebody_elses_passkey_proves_nothing() {
        SoftKey theirs =
                made(new Surfer(PAPER).as(People.join(PAPER.database().jdbi(), "b" + reader + "@paper.example")));
        Surfer surfer = new Surfer(PAPER).as(reader);
        JsonNode offer = json(surfer.postJson("/sign-in/passkey/options", "{}"));
        assertThat(surfer.postJson(
                                "/account/confirm/passkey",
                                said(offer, theirs.answer("paper.example", options(offer)), ""))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void only_pages_of_this_paper_are_answered_in_json_and_only_with_sense() {
        Surfer surfer = new Surfer(PAPER).as(reader);
        assertThat(surfer.post("/sign-in/passkey/options", Map.of()).statusCode())
                .isEqualTo(403);
        HttpRequest elsewhere = HttpRequest.newBuilder(PAPER.at("/sign-in/passkey/options"))
                .header("Content-Type", "application/json")
                .header("Sec-Fetch-Site", "cross-site")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        assertThat(PAPER.send(elsewhere).statusCode()).isEqualTo(403);
        assertThat(new Surfer(PAPER)
                        .postJson("/account/security/passkeys/options", "{}")
                        .statusCode())
                .isEqualTo(401);
        for (String nonsense :
                new String[] {"", "[", "{}", "{\"ticket\":5}", "{\"ticket\":\"" + "x".repeat(70_000) + "\"}"}) {
            HttpResponse<String> refused = surfer.postJson("/sign-in/passkey", nonsense);
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(json(refused).path("problem").asString()).isNotEmpty();
        }
    }
}
