package org.broadsheet.site.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.testing.PlainBrowser.location;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.broadsheet.testing.Mailbox;
import org.broadsheet.testing.PlainBrowser;
import org.broadsheet.testing.TestPaper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInPageTest {
    private static final String PASSWORD = "four words not alike";

    @RegisterExtension
    static final TestPaper paper = TestPaper.start(Map.of("NAME", "The Public Record"));

    @Test
    void joining_by_mail_signs_in_and_the_account_shows_what_was_said() {
        PlainBrowser reader = new PlainBrowser(paper);
        HttpResponse<String> sent = reader.post(
                "/join",
                Map.of("email", "ani@paper.test", "name", "Ani <b>", "password", PASSWORD, "newsletter", "yes"));
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(location(sent)).isEqualTo("/join/sent");
        assertThat(reader.cookies()).doesNotContainKey("session");
        Document look = reader.page("/join/sent");
        assertThat(look.select("[role=status]").text()).contains("Look in your mail");
        String link = Mailbox.link(paper, "ani@paper.test");
        Document confirm = reader.page(link);
        assertThat(confirm.select("form[method=post]").attr("action")).isEqualTo(link);
        assertThat(confirm.select("input[type=password]")).isEmpty();
        HttpResponse<String> in = reader.post(link, Map.of());
        assertThat(location(in)).isEqualTo("/account?done=joined");
        assertThat(in.headers().allValues("Set-Cookie"))
                .anyMatch(line ->
                        line.startsWith("session=") && line.contains("HttpOnly") && line.contains("SameSite=Lax"))
                .anyMatch(line -> line.startsWith("pass=;"));
        Document account = reader.page(location(in));
        assertThat(account.select("[role=status]").text()).contains("Welcome");
        assertThat(account.select(".standfirst").text()).isEqualTo("Ani <b>");
        assertThat(account.select("input[name=newsletter]").hasAttr("checked")).isTrue();
        assertThat(account.select(".devices b").text()).isEqualTo("Chrome on Android");
        assertThat(account.select("meta[name=robots]").attr("content")).contains("noindex");
        assertThat(reader.post(link, Map.of()).statusCode()).isEqualTo(410);
    }

    @Test
    void the_consent_box_is_not_ticked_beforehand() {
        assertThat(new PlainBrowser(paper).page("/join").select("input[type=checkbox][checked]"))
                .isEmpty();
    }

    @Test
    void answers_do_not_say_whether_an_address_has_an_account() {
        join("there@paper.test");
        for (String path : List.of("/join", "/sign-in/link", "/forgotten", "/sign-in")) {
            HttpResponse<String> there = new PlainBrowser(paper)
                    .post(path, Map.of("email", "there@paper.test", "password", "some other words here"));
            HttpResponse<String> nobody = new PlainBrowser(paper)
                    .post(path, Map.of("email", "nobody@paper.test", "password", "some other words here"));
            assertThat(there.statusCode()).as(path).isEqualTo(nobody.statusCode());
            assertThat(there.body().replace("there@", "nobody@")).as(path).isEqualTo(nobody.body());
            assertThat(there.headers().map().keySet())
                    .isEqualTo(nobody.headers().map().keySet());
            assertThat(location(there)).isEqualTo(location(nobody));
        }
        assertThat(Mailbox.of(paper, "there@paper.test")).hasSize(4);
        assertThat(Mailbox.of(paper, "nobody@paper.test")).hasSize(3);
    }

    @Test
    void a_wrong_password_gives_the_address_back_and_never_the_password() {
        join("wrong@paper.test");
        HttpResponse<String> answer = new PlainBrowser(paper)
                .post("/sign-in", Map.of("email", "wrong@paper.test", "password", "not this one", "to", "/policy"));
        Document page = Jsoup.parse(answer.body());
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(page.select("#email").val()).isEqualTo("wrong@paper.test");
        assertThat(page.select("#password").val()).isEmpty();
        assertThat(page.select("#password").attr("aria-describedby")).isEqualTo("password-problem");
        assertThat(page.select("#password").attr("aria-invalid")).isEqualTo("true");
        assertThat(page.select("#password-problem[role=alert]").text()).contains("do not go together");
        assertThat(page.select("input[name=to]").val()).isEqualTo("/policy");
        assertThat(answer.body()).doesNotContain("not this one");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("private, no-store");
    }

    @Test
    void guessing_is_answered_429_with_when_to_try_again_and_a_link_still_lets_in() {
        join("guessed@paper.test");
        PlainBrowser stranger = new PlainBrowser(paper);
        for (int i = 0; i < 5; i++) {
            stranger.post("/sign-in", Map.of("email", "guessed@paper.test", "password", "guess " + i));
        }
        HttpResponse<String> answer =
                stranger.post("/sign-in", Map.of("email", "guessed@paper.test", "password", "guess 6"));
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(answer.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1, 30);
        assertThat(Jsoup.parse(answer.body()).select("[role=alert]").text()).contains("link");
        PlainBrowser owner = new PlainBrowser(paper);
        owner.post("/sign-in/link", Map.of("email", "guessed@paper.test"));
        String link = Mailbox.link(paper, "guessed@paper.test");
        assertThat(owner.get(link).statusCode()).isEqualTo(200);
        assertThat(owner.get(link).statusCode()).as("looking uses nothing up").isEqualTo(200);
        assertThat(owner.page(link).text()).contains("g\u2026@paper.test").doesNotContain("guessed@");
        assertThat(location(owner.post(link, Map.of()))).isEqualTo("/account");
        assertThat(owner.get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void a_session_cookie_that_came_along_is_not_the_one_that_is_signed_in() {
        join("fixed@paper.test");
        PlainBrowser reader = new PlainBrowser(paper);
        signIn(reader, "fixed@paper.test");
        String before = reader.cookie("session");
        signIn(reader, "fixed@paper.test");
        String after = reader.cookie("session");
        assertThat(after).isNotEqualTo(before);
        PlainBrowser other = new PlainBrowser(paper);
        other.cookies().put("session", before);
        assertThat(location(other.get("/account"))).isEqualTo("/sign-in?to=/account");
    }

    @Test
    void signing_out_ends_the_session_itself_and_not_only_the_cookie() {
        join("out@paper.test");
        PlainBrowser reader = new PlainBrowser(paper);
        signIn(reader, "out@paper.test");
        String kept = reader.cookie("session");
        HttpResponse<String> out = reader.post("/sign-out", Map.of("to", "/policy"));
        assertThat(location(out)).isEqualTo("/policy");
        assertThat(reader.cookies()).doesNotContainKey("session");
        reader.cookies().put("session", kept);
        assertThat(location(reader.get("/account"))).isEqualTo("/sign-in?to=/account");
    }

    @Test
    void a_changed_cookie_is_none() {
        join("tampered@paper.test");
        PlainBrowser reader = new PlainBrowser(paper);
        signIn(reader, "tampered@paper.test");
        String good = reader.cookie("session");
        String[] parts = good.split("\\.", 2);
        for (String bad : List.of("1." + parts[1], good + "x", good.substring(0, good.length() - 1), "", "....")) {
            reader.cookies().put("session", bad);
            assertThat(reader.get("/account").statusCode()).as(bad).isEqualTo(303);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://elsewhere.test/", "//elsewhere.test/", "/\\elsewhere.test", "javascript:alert(1)"})
    void nobody_is_sent_to_another_paper(String to) {
        join("onward@paper.test");
        PlainBrowser reader = new PlainBrowser(paper);
        HttpResponse<String> in =
                reader.post("/sign-in", Map.of("email", "onward@paper.test", "password", PASSWORD, "to", to));
        assertThat(location(in)).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/join",
                "/sign-in",
                "/sign-in/link",
                "/forgotten",
                "/sign-out",
                "/account/name",
                "/account/password",
                "/account/email",
                "/account/newsletter",
                "/account/sign-out-everywhere",
                "/account/devices/1/sign-out"
            })
    void forms_of_other_pages_do_nothing(String path) {
        join("csrf@paper.test");
        PlainBrowser reader = new PlainBrowser(paper);
        signIn(reader, "csrf@paper.test");
        Map<String, String> fields = Map.of("email", "csrf@paper.test", "password", PASSWORD, "name", "Changed");
        assertThat(reader.post(path, fields, "cross-site").statusCode()).isEqualTo(403);
        assertThat(reader.post(path, fields, "same-site").statusCode()).isEqualTo(403);
        HttpResponse<String> silent = paper.send(HttpRequest.newBuilder(paper.at(path))
                .header("Cookie", "session=" + reader.cookie("session"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("name=Changed"))
                .build());
        assertThat(silent.statusCode()).isEqualTo(403);
        assertThat(reader.page("/account").select("#name").val()).isEmpty();
    }

    @Test
    void a_forgotten_password_is_chosen_anew_and_other_browsers_are_out() {
        join("forgot@paper.test");
        PlainBrowser before = new PlainBrowser(paper);
        signIn(before, "forgot@paper.test");
        PlainBrowser reader = new PlainBrowser(paper);
        reader.post("/forgotten", Map.of("email", "forgot@paper.test"));
        String link = Mailbox.link(paper, "forgot@paper.test");
        assertThat(reader.page(link).select("#password").attr("autocomplete")).isEqualTo("new-password");
        HttpResponse<String> weak = reader.post(link, Map.of("password", "forgot@paper.test"));
        assertThat(weak.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(weak.body()).select("[role=alert]").text()).contains("your name");
        assertThat(location(reader.post(link, Map.of("password", "five other words than those"))))
                .isEqualTo("/account?done=password");
        assertThat(reader.get("/account").statusCode()).isEqualTo(200);
        assertThat(before.get("/account").statusCode()).isEqualTo(303);
    }

    private static void join(String email) {
        PlainBrowser reader = new PlainBrowser(paper);
        paper.database().jdbi().useHandle(handle -> handle.execute("delete from reader.tries"));
        reader.post("/join", Map.of("email", email, "password", PASSWORD));
        if (Mailbox.of(paper, email).getLast().contains("/join/confirm/")) {
            reader.post(Mailbox.link(paper, email), Map.of());
        }
        paper.database().jdbi().useHandle(handle -> handle.execute("delete from reader.tries"));
    }

    private static void signIn(PlainBrowser reader, String email) {
        HttpResponse<String> in = reader.post("/sign-in", Map.of("email", email, "password", PASSWORD));
        assertThat(in.statusCode()).isEqualTo(303);
    }
}
