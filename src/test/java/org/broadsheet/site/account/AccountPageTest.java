package org.broadsheet.site.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.testing.PlainBrowser.location;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.broadsheet.base.Actor;
import org.broadsheet.ops.AuditLog;
import org.broadsheet.reader.Accounts;
import org.broadsheet.reader.Email;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.reader.Role;
import org.broadsheet.reader.Session;
import org.broadsheet.reader.SessionCookie;
import org.broadsheet.reader.Staff;
import org.broadsheet.testing.Mailbox;
import org.broadsheet.testing.PlainBrowser;
import org.broadsheet.testing.TestPaper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AccountPageTest {
    private static final String PASSWORD = "four words not alike";

    @RegisterExtension
    static final TestPaper paper = TestPaper.start(Map.of("NAME", "The Public Record"));

    @BeforeEach
    void forgetTries() {
        paper.database().jdbi().useHandle(handle -> handle.execute("delete from reader.tries"));
    }

    @Test
    void somebody_who_is_not_signed_in_is_asked_to() {
        for (String path : List.of("/account", "/account/email", "/account/password")) {
            assertThat(location(paper.get(path))).isEqualTo("/sign-in?to=" + path);
        }
    }

    @Test
    void a_name_and_a_consent_are_kept_and_said_to_be() {
        PlainBrowser reader = signedIn("name@paper.test");
        HttpResponse<String> renamed =
                reader.post("/account/name", Map.of("name", "  Siti\r\nRahma ", "role", "publisher"));
        Document page = reader.page(location(renamed));
        assertThat(page.select("[role=status]").text()).contains("saved");
        assertThat(page.select("#name").val()).isEqualTo("Siti Rahma");
        assertThat(page.select(".standfirst .label"))
                .as("no role comes from a form")
                .isEmpty();
        reader.post("/account/newsletter", Map.of("newsletter", "yes"));
        assertThat(reader.page("/account").select("[name=newsletter]").hasAttr("checked"))
                .isTrue();
        reader.post("/account/newsletter", Map.of());
        assertThat(reader.page("/account").select("[name=newsletter]").hasAttr("checked"))
                .isFalse();
    }

    @Test
    void what_the_address_says_is_done_is_one_of_our_own_sentences() {
        PlainBrowser reader = signedIn("done@paper.test");
        assertThat(reader.page("/account?done=%3Cb%3Ex").select("[role=status]"))
                .isEmpty();
    }

    @Test
    void a_browser_is_signed_out_by_its_reader_and_by_nobody_else() {
        PlainBrowser one = signedIn("devices@paper.test");
        PlainBrowser two = new PlainBrowser(paper);
        signIn(two, "devices@paper.test");
        PlainBrowser stranger = signedIn("stranger@paper.test");
        String form = two.page("/account").select(".devices li:has(.here) form").attr("action");
        assertThat(location(stranger.post(form, Map.of()))).isEqualTo("/account?done=device");
        assertThat(two.get("/account").statusCode()).isEqualTo(200);
        assertThat(one.page("/account").select(".devices li")).hasSize(2);
        one.post(form, Map.of());
        assertThat(two.get("/account").statusCode()).isEqualTo(303);
        signIn(two, "devices@paper.test");
        HttpResponse<String> everywhere = one.post("/account/sign-out-everywhere", Map.of());
        assertThat(one.page(location(everywhere)).select("[role=status]").text())
                .contains("signed out");
        assertThat(two.get("/account").statusCode()).isEqualTo(303);
    }

    @Test
    void another_password_needs_the_one_before() {
        PlainBrowser reader = signedIn("password@paper.test");
        HttpResponse<String> wrong = reader.post(
                "/account/password", Map.of("current", "not it at all", "password", "five other words than those"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(wrong.body()).select("#current-problem").text()).contains("not your password");
        HttpResponse<String> weak =
                reader.post("/account/password", Map.of("current", PASSWORD, "password", "password12"));
        assertThat(Jsoup.parse(weak.body()).select("#password-problem").text()).contains("guessed first");
        HttpResponse<String> right = reader.post(
                "/account/password", Map.of("current", PASSWORD, "password", "five other words than those"));
        assertThat(reader.page(location(right)).select("[role=status]").text()).contains("changed");
        assertThat(Mailbox.of(paper, "password@paper.test").getLast()).contains("has been changed");
    }

    @Test
    void who_has_no_password_gets_the_first_one_by_mail() {
        PlainBrowser reader = new PlainBrowser(paper);
        reader.post("/join", Map.of("email", "linked@paper.test", "way", "link"));
        reader.post(Mailbox.link(paper, "linked@paper.test"), Map.of());
        assertThat(location(reader.get("/account/password"))).isEqualTo("/account");
        assertThat(reader.page("/account").text()).contains("you sign in by links");
        reader.post("/account/password/link", Map.of());
        assertThat(Mailbox.link(paper, "linked@paper.test")).startsWith("/forgotten/");
    }

    @Test
    void a_link_by_mail_leads_where_its_reader_was_going_and_to_no_other_paper() {
        signedIn("going@paper.test");
        for (String[] way : new String[][] {
            {"/plans", "/plans"},
            {"/", "/account"},
            {"https://evil.example/", "/account"},
            {"//evil.example", "/account"}
        }) {
            new PlainBrowser(paper).post("/sign-in/link", Map.of("email", "going@paper.test", "to", way[0]));
            HttpResponse<String> in =
                    new PlainBrowser(paper).post(Mailbox.link(paper, "going@paper.test"), Map.of("to", "/elsewhere"));
            assertThat(location(in)).as(way[0]).isEqualTo(way[1]);
        }
    }

    @Test
    void an_address_changes_when_both_mailboxes_say_yes() {
        PlainBrowser reader = signedIn("old@paper.test");
        assertThat(reader.post("/account/email", Map.of("email", "new@paper.test", "current", "wrong wrong"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(Mailbox.of(paper, "new@paper.test")).isEmpty();
        HttpResponse<String> asked =
                reader.post("/account/email", Map.of("email", "new@paper.test", "current", PASSWORD));
        assertThat(location(asked)).isEqualTo("/account?done=email");
        assertThat(reader.page("/account").text()).contains("new@paper.test");
        PlainBrowser elsewhere = new PlainBrowser(paper);
        String next = Mailbox.link(paper, "new@paper.test");
        assertThat(elsewhere.page(next).text()).contains("new@paper.test");
        assertThat(location(elsewhere.post(next, Map.of()))).isEqualTo("/account/email/half");
        assertThat(elsewhere.page("/account/email/half").select("[role=status]").text())
                .contains("One more yes");
        String old = Mailbox.link(paper, "old@paper.test");
        assertThat(location(reader.post(old, Map.of()))).isEqualTo("/account/email/moved");
        assertThat(reader.page("/account").select("dd").eachText().getFirst()).startsWith("new@paper.test");
        assertThat(reader.post(old, Map.of()).statusCode()).isEqualTo(410);
    }

    @Test
    void an_old_session_cookie_is_set_anew_on_pages_of_ones_own() {
        PlainBrowser reader = signedIn("renewed@paper.test");
        SessionCookie cookie = paper.door(SessionCookie.class);
        Session now = cookie.read(reader.cookie("session"), Instant.now()).orElseThrow();
        Session old = new Session(
                now.reader(), now.device(), now.epoch(), Instant.now().minus(Duration.ofDays(60)));
        reader.cookies().put("session", cookie.write(old));
        reader.get("/account");
        Session renewed = cookie.read(reader.cookie("session"), Instant.now()).orElseThrow();
        assertThat(renewed.issued()).isAfter(Instant.now().minus(Duration.ofMinutes(1)));
        assertThat(renewed.device()).isEqualTo(now.device());
        Session over = new Session(
                now.reader(), now.device(), now.epoch(), Instant.now().minus(Duration.ofDays(181)));
        reader.cookies().put("session", cookie.write(over));
        assertThat(reader.get("/account").statusCode()).isEqualTo(303);
    }

    @Test
    void the_outbox_is_for_this_machine_alone() {
        signedIn("outbox@paper.test");
        Document page = Jsoup.parse(paper.get("/outbox").body());
        assertThat(page.select("article h2").eachText().getFirst()).contains("Confirm");
        assertThat(page.select("article a").eachAttr("href").getFirst()).startsWith("/join/confirm/");
        assertThat(paper.send(HttpRequest.newBuilder(paper.at("/outbox"))
                                .header("X-Forwarded-For", "203.0.113.7")
                                .build())
                        .statusCode())
                .isEqualTo(404);
        assertThat(paper.send(HttpRequest.newBuilder(paper.at("/outbox"))
                                .header("X-Forwarded-For", "192.168.1.7")
                                .build())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void the_sample_papers_password_lets_nobody_in_from_afar() {
        paper.door(Accounts.class).known(new Email("reader@demo.test"), "Rini", "demo-paper", Instant.now());
        String form = "email=reader%40demo.test&password=demo-paper";
        HttpRequest.Builder request = HttpRequest.newBuilder(paper.at("/sign-in"))
                .header("Sec-Fetch-Site", "same-origin")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        assertThat(paper.send(request.copy()
                                .header("X-Forwarded-For", "203.0.113.7")
                                .build())
                        .statusCode())
                .isEqualTo(422);
        assertThat(paper.send(request.build()).statusCode()).isEqualTo(303);
    }

    @Test
    void who_comes_to_the_staff_or_goes_stands_in_the_audit_log() {
        Staff staff = paper.door(Staff.class);
        ReaderId reader =
                staff.assign(new Email("desk@paper.test"), Role.EDITOR, new Actor("the operator"), Instant.now());
        staff.remove(new Email("desk@paper.test"), new Actor("the operator"), Instant.now());
        assertThat(paper.door(AuditLog.class).about("staff " + reader))
                .extracting(entry -> entry.actor().name() + " " + entry.action() + " " + entry.note())
                .containsExactly("the operator removed ", "the operator assigned as editor");
    }

    @Test
    void what_is_kept_is_said_in_plain_words() {
        assertThat(Jsoup.parse(paper.get("/privacy").body()).select("h1").text())
                .isEqualTo("What we keep");
    }

    private static PlainBrowser signedIn(String email) {
        PlainBrowser reader = new PlainBrowser(paper);
        reader.post("/join", Map.of("email", email, "password", PASSWORD));
        reader.post(Mailbox.link(paper, email), Map.of());
        return reader;
    }

    private static void signIn(PlainBrowser reader, String email) {
        assertThat(reader.post("/sign-in", Map.of("email", email, "password", PASSWORD))
                        .statusCode())
                .isEqualTo(303);
    }
}
