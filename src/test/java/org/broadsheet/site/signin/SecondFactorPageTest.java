package org.broadsheet.site.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.broadsheet.reader.Accounts;
import org.broadsheet.reader.Email;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.testing.AuthenticatorApp;
import org.broadsheet.testing.Surfer;
import org.broadsheet.testing.TestPaper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SecondFactorPageTest {
    private static final String PASSWORD = "a password of nobody's";
    private static final AtomicInteger COUNT = new AtomicInteger();

    @RegisterExtension
    static final TestPaper PAPER = TestPaper.start(Map.of("SECOND_FACTOR", "editors"));

    private final String email = "second" + COUNT.incrementAndGet() + "@paper.example";
    private final ReaderId reader =
            PAPER.door(Accounts.class).known(new Email(email), "Second", PASSWORD, Instant.now());

    private record SetUp(Surfer surfer, String secret, List<String> codes) {}

    private SetUp setUp() {
        Surfer surfer = new Surfer(PAPER).as(reader);
        Document page = surfer.page("/account/security/app");
        String secret = page.select("code.secret").text();
        HttpResponse<String> done = surfer.post(
                "/account/security/app",
                Map.of("setup", page.select("input[name=setup]").val(), "code", code(secret, 0)));
        assertThat(Surfer.location(done)).isEqualTo("/account/security/codes");
        Document codes = surfer.page("/account/security/codes");
        assertThat(codes.select("[role=status]").text()).isNotEmpty();
        assertThat(surfer.cookies()).doesNotContainKey("codes");
        assertThat(Surfer.location(surfer.get("/account/security/codes")))
                .as("shown once")
                .isEqualTo("/account/security");
        return new SetUp(surfer, secret, codes.select(".codes code").eachText());
    }

    /** @param steps half minutes from now */
    private static String code(String secret, long steps) {
        return AuthenticatorApp.code(secret, Instant.now().plusSeconds(30 * steps));
    }

    private Surfer halfSignedIn() {
        Surfer surfer = new Surfer(PAPER);
        HttpResponse<String> answer =
                surfer.post("/sign-in", Map.of("email", email, "password", PASSWORD, "to", "/account"));
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(Surfer.location(answer)).isEqualTo("/sign-in/code");
        assertThat(surfer.cookies()).containsKey("half").doesNotContainKey("session");
        return surfer;
    }

    @Test
    void a_password_alone_signs_nobody_in_who_has_an_app_and_its_code_does_once() {
        SetUp setUp = setUp();
        Surfer surfer = halfSignedIn();
        assertThat(Surfer.location(surfer.get("/account/security"))).startsWith("/sign-in?to=");
        Document asked = surfer.page("/sign-in/code");
        assertThat(asked.select("form[action=/sign-in/code] label[for=code]")).hasSize(1);
        String code = code(setUp.secret(), 1);
        HttpResponse<String> wrong = surfer.post("/sign-in/code", Map.of("code", "000000"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(wrong.body()).select("[role=alert]").text()).contains("not the code");
        HttpResponse<String> right = surfer.post("/sign-in/code", Map.of("code", code));
        assertThat(Surfer.location(right)).isEqualTo("/account");
        assertThat(surfer.cookies()).containsKey("session").doesNotContainKey("half");
        Surfer second = halfSignedIn();
        HttpResponse<String> replayed = second.post("/sign-in/code", Map.of("code", code));
        assertThat(replayed.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(replayed.body()).select("[role=alert]").text()).contains("has been used");
        assertThat(second.cookies()).doesNotContainKey("session");
    }

    @Test
    void codes_that_were_not_looked_at_go_with_the_session() {
        Surfer surfer = setUp().surfer();
        surfer.post("/account/security/codes", Map.of());
        assertThat(surfer.cookies()).containsKey("codes");
        surfer.post("/sign-out", Map.of("to", "/"));
        assertThat(surfer.cookies()).doesNotContainKeys("codes", "session");
    }

    @Test
    void a_recovery_code_signs_in_once_and_the_mailbox_hears_of_it() {
        SetUp setUp = setUp();
        assertThat(setUp.codes()).hasSize(10);
        String code = setUp.codes().getFirst();
        HttpResponse<String> in = halfSignedIn().post("/sign-in/code", Map.of("code", code));
        assertThat(in.statusCode()).isEqualTo(303);
        assertThat(mailed("%recovery code was used%")).isEqualTo(1);
        assertThat(halfSignedIn().post("/sign-in/code", Map.of("code", code)).statusCode())
                .isEqualTo(422);
    }

    @Test
    void a_tampered_missing_or_strangers_half_leads_back_to_the_beginning() {
        setUp();
        Surfer surfer = halfSignedIn();
        String half = surfer.cookies().getOrDefault("half", "");
        surfer.cookies().put("half", half.substring(0, half.length() - 3) + "AAA");
        assertThat(Surfer.location(surfer.post("/sign-in/code", Map.of("code", "123456"))))
                .isEqualTo("/sign-in");
        assertThat(Surfer.location(new Surfer(PAPER).get("/sign-in/code"))).isEqualTo("/sign-in");
        Surfer out = halfSignedIn();
        PAPER.database()
                .jdbi()
                .useHandle(handle ->
                        handle.execute("update reader.reader set epoch = epoch + 1 where id = ?", reader.value()));
        assertThat(Surfer.location(out.get("/sign-in/code"))).isEqualTo("/sign-in");
    }

    @Test
    void a_form_from_elsewhere_or_from_nowhere_does_nothing() {
        SetUp setUp = setUp();
        Surfer surfer = setUp.surfer();
        for (String path : List.of(
                "/account/security/app/removal",
                "/account/security/codes",
                "/account/data/deletion",
                "/account/confirm")) {
            assertThat(surfer.postFromElsewhere(path, Map.of("sure", "yes")).statusCode())
                    .isEqualTo(403);
            assertThat(surfer.postSilently(path, Map.of("sure", "yes")).statusCode())
                    .isEqualTo(403);
        }
        assertThat(surfer.page("/account/security").select("form[action$=/app/removal]"))
                .hasSize(1);
        assertThat(halfSignedIn()
                        .postFromElsewhere("/sign-in/code", Map.of("code", code(setUp.secret(), 1)))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void what_cannot_be_undone_wants_fresh_proof_and_the_password_is_one() {
        Surfer surfer = setUp().surfer();
        PAPER.database()
                .jdbi()
                .useHandle(handle -> handle.execute(
                        "update reader.device set began_at = now() - interval '11 minutes', proved_at = null where reader = ?",
                        reader.value()));
        HttpResponse<String> stale = surfer.post("/account/security/app/removal", Map.of());
        assertThat(Surfer.location(stale)).isEqualTo("/account/confirm?to=%2Faccount%2Fsecurity");
        assertThat(Surfer.location(surfer.get("/account/data/deletion"))).startsWith("/account/confirm?to=");
        HttpResponse<String> wrong =
                surfer.post("/account/confirm", Map.of("password", "no", "to", "/account/security"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(wrong.body()).select("#password").attr("aria-invalid"))
                .isEqualTo("true");
        assertThat(Surfer.location(
                        surfer.post("/account/confirm", Map.of("password", PASSWORD, "to", "//evil.example"))))
                .isEqualTo("/");
        assertThat(Surfer.location(surfer.post("/account/security/app/removal", Map.of())))
                .isEqualTo("/account/security?done=app-removed");
        assertThat(mailed("%authenticator app%was removed%")).isEqualTo(1);
    }

    @Test
    void an_editor_without_a_second_factor_is_led_to_set_one_up_and_told_why() {
        PAPER.database()
                .jdbi()
                .useHandle(handle -> handle.execute(
                        "insert into reader.staff (reader, role, since) values (?, 'editor', now())", reader.value()));
        Surfer surfer = new Surfer(PAPER);
        HttpResponse<String> in =
                surfer.post("/sign-in", Map.of("email", email, "password", PASSWORD, "to", "/account"));
        assertThat(Surfer.location(in)).isEqualTo("/account/security");
        assertThat(surfer.page("/account/security").select("[role=alert]").text())
                .contains("As editor you need a second factor");
        Document page = surfer.page("/account/security/app");
        surfer.post(
                "/account/security/app",
                Map.of(
                        "setup", page.select("input[name=setup]").val(),
                        "code", code(page.select("code.secret").text(), 0)));
        assertThat(surfer.page("/account/security").text()).doesNotContain("you need a second factor");
    }

    @Test
    void pages_are_nobodys_to_keep_and_nobodys_to_find() {
        Surfer surfer = setUp().surfer();
        surfer.post("/account/security/codes", Map.of());
        for (String path :
                List.of("/account/security", "/account/security/codes", "/account/confirm", "/account/data")) {
            HttpResponse<String> page = surfer.get(path);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Cache-Control")).contains("private, no-store");
            assertThat(Jsoup.parse(page.body()).select("meta[name=robots]").attr("content"))
                    .contains("noindex");
            assertThat(Surfer.location(new Surfer(PAPER).get(path))).startsWith("/sign-in?to=");
        }
    }

    private int mailed(String words) {
        return PAPER.database()
                .jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select count(*) from base.mail where recipient = :to and words like :words")
                        .bind("to", email)
                        .bind("words", words)
                        .mapTo(Integer.class)
                        .one());
    }
}
