package org.broadsheet.security;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.broadsheet.base.Actor;
import org.broadsheet.reader.Email;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.reader.Role;
import org.broadsheet.reader.Staff;
import org.broadsheet.security.Guest.Kind;
import org.broadsheet.security.Sender.From;
import org.broadsheet.story.Reach;
import org.broadsheet.testing.AuthenticatorApp;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;

/** The logger {@code security}, while somebody does all that it writes down. */
class SecurityLogPageTest {
    private static final String NEXT = "ten-brave-lanterns-hum-42";
    private static final Pattern LINE = Pattern.compile(
            "event=[a-z-]+ reader=(?:-|[1-9][0-9]*|typed:[A-Za-z0-9_-]{10})"
                    + " how=(?:[a-z-]+(?:\\.[a-z-]+)*|(?:/[a-z{}-]+)+) from=(?:-|(?:loopback|private|ipv4|ipv6):[A-Za-z0-9_-]{10})");

    @RegisterExtension
    static final World world = World.start();

    private static final List<String> SECRETS = new ArrayList<>();
    private static List<ILoggingEvent> events = List.of();
    private static ReaderId reader = new ReaderId(1);

    @BeforeAll
    static void listen() {
        Logger logger = (Logger) LoggerFactory.getLogger("security");
        ListAppender<ILoggingEvent> heard = new ListAppender<>();
        heard.start();
        logger.addAppender(heard);
        try {
            journey();
        } finally {
            logger.detachAppender(heard);
        }
        events = List.copyOf(heard.list);
    }

    private static void journey() {
        reader = world.guest(Kind.READER).reader().orElseThrow();
        String email = world.withPassword(Kind.READER);
        Browser browser = new Browser(world.sender());
        kept(browser.post("/sign-in", "email=" + email + "&password=not-the-right-password"));
        kept(browser.post("/sign-in", "email=" + email + "&password=" + World.PASSWORD));
        kept(browser.post("/account/password", "current=" + World.PASSWORD + "&password=" + NEXT));
        Document setup = Jsoup.parse(browser.get("/account/security/app").body());
        String secret = setup.select("code.secret").text().replace(" ", "");
        String sealed = setup.select("input[name=setup]").val();
        String code = AuthenticatorApp.code(secret, Instant.now().minusSeconds(30));
        kept(browser.post("/account/security/app", "setup=" + sealed + "&code=" + code));
        SECRETS.addAll(List.of(email, World.PASSWORD, NEXT, "not-the-right-password", secret, sealed, code));
        onceMore(browser, secret);
    }

    private static void onceMore(Browser browser, String secret) {
        kept(browser.post("/account/sign-out-everywhere", ""));
        for (int wrong = 0; wrong < 11; wrong++) {
            browser.post("/voucher", "code=ABCD-EFGH-JKLM-NPQ" + wrong);
        }
        browser.get("/gifts/" + world.things().in("$gift"));
        kept(browser.post("/account/email", "email=moved@elsewhere.example&current=" + NEXT));
        links().forEach(link -> kept(browser.post(link, "")));
        world.sender().post("/account/name", browser.guest(), From.ELSEWHERE, "name=Thief");
        kept(browser.post("/sign-out", "to=/"));
        kept(browser.post("/sign-in", "email=moved@elsewhere.example&password=" + NEXT));
        kept(browser.post("/sign-in/code", "code=000000"));
        kept(browser.post(
                "/sign-in/code",
                "code=" + AuthenticatorApp.code(secret, Instant.now().plusSeconds(30))));
        world.paper()
                .door(Staff.class)
                .assign(new Email("reporter@paper.example"), Role.EDITOR, Actor.PAPER, Instant.now());
        kept(browser.get(world.path(Reach.SUBSCRIBERS)));
        SECRETS.addAll(List.of("moved@elsewhere.example", "reporter@paper.example", "ABCD-EFGH", "198.18.", "Thief"));
    }

    /** What came back is the browser's secret. */
    private static void kept(HttpResponse<String> answer) {
        for (String cookie : answer.headers().allValues("Set-Cookie")) {
            String value = cookie.split(";", 2)[0].replaceFirst("[^=]*=", "");
            if (value.length() > 12) {
                SECRETS.add(value);
                SECRETS.add(value.substring(value.lastIndexOf('.') + 1));
            }
        }
    }

    private static List<String> links() {
        String words = world.paper()
                .database()
                .jdbi()
                .withHandle(handle -> handle.createQuery("select string_agg(words, ' ') from base.mail")
                        .mapTo(String.class)
                        .one());
        List<String> links = Pattern.compile("/account/email/(?:old|new)/[A-Za-z0-9_-]{20,}")
                .matcher(words)
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
        assertThat(links).hasSize(2);
        links.forEach(link -> SECRETS.add(link.substring(link.lastIndexOf('/') + 1)));
        return links;
    }

    private static List<String> said() {
        return events.stream()
                .map(event -> event.getFormattedMessage()
                        .replaceFirst(" from=.*", "")
                        .replace("reader=" + reader + " ", "reader=R ")
                        .replaceFirst("typed:[^ ]+", "typed"))
                .distinct()
                .toList();
    }

    @Test
    void signing_in_and_failing_to_and_signing_out_stand_in_the_log() {
        assertThat(said())
                .containsSubsequence(
                        "event=sign-in-refused reader=typed how=password",
                        "event=signed-in reader=R how=password",
                        "event=signed-out-everywhere reader=R how=but-here",
                        "event=signed-out reader=R how=here",
                        "event=sign-in-refused reader=R how=code.wrong",
                        "event=signed-in reader=R how=two-factors");
    }

    @Test
    void what_changes_about_a_way_in_or_a_role_stands_in_the_log() {
        assertThat(said())
                .containsSubsequence(
                        "event=password-changed reader=R how=by-password",
                        "event=factor-changed reader=R how=app-set-up",
                        "event=address-changed reader=R how=by-both-mailboxes")
                .anyMatch(line -> line.matches("event=role-changed reader=[0-9]+ how=editor"));
    }

    @Test
    void who_is_turned_away_stands_in_the_log_by_the_route_and_not_by_the_address() {
        assertThat(said())
                .contains(
                        "event=limited reader=R how=/voucher",
                        "event=elsewhere reader=R how=/account/name",
                        "event=not-theirs reader=R how=/gifts/{number}");
    }

    @Test
    void no_secret_and_no_address_of_mail_or_network_stands_in_it() {
        assertThat(SECRETS).hasSizeGreaterThan(20);
        assertThat(events).hasSizeGreaterThan(10).allSatisfy(event -> {
            String all = event.getFormattedMessage() + event.getKeyValuePairs() + event.getMDCPropertyMap();
            assertThat(SECRETS.stream().filter(all::contains)).as(all).isEmpty();
            assertThat(event.getFormattedMessage()).matches(LINE);
        });
        assertThat(events.stream().filter(event -> !event.getFormattedMessage().endsWith("from=-")))
                .hasSizeGreaterThan(10)
                .allSatisfy(event -> assertThat(event.getMDCPropertyMap()).containsKey("request"))
                .allSatisfy(event -> assertThat(event.getKeyValuePairs())
                        .extracting(pair -> pair.key)
                        .containsExactly("event", "reader", "how", "from"));
    }
}
