package org.broadsheet.site.hot;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.broadsheet.base.Actor;
import org.broadsheet.base.Network;
import org.broadsheet.base.Settings;
import org.broadsheet.base.db.Change;
import org.broadsheet.base.db.ChangeNotices;
import org.broadsheet.gift.GiftId;
import org.broadsheet.gift.GiftPass;
import org.broadsheet.gift.GiftPasses;
import org.broadsheet.paywall.Pass;
import org.broadsheet.paywall.Passes;
import org.broadsheet.plan.Institutions;
import org.broadsheet.plan.Money;
import org.broadsheet.plan.Plan;
import org.broadsheet.plan.Plans;
import org.broadsheet.plan.Subscription;
import org.broadsheet.plan.Subscriptions;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.reader.Session;
import org.broadsheet.reader.SessionCookie;
import org.broadsheet.reader.Sessions;
import org.broadsheet.story.InPrint;
import org.broadsheet.story.Reach;
import org.broadsheet.story.Section;
import org.broadsheet.story.Stories;
import org.broadsheet.story.StoryId;
import org.broadsheet.testing.Draft;
import org.broadsheet.testing.People;
import org.broadsheet.testing.TestPaper;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What opens a story to somebody, and that it shuts at once when that ends. */
class StandingsPageTest {

    private static final String CHROME = "Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0.0.0 Safari/537.36";
    private static final String SECRET_WORDS = "words that only some may read";
    private static final Actor PUBLISHER = new Actor("a publisher");

    @RegisterExtension
    static final TestPaper paper = TestPaper.start();

    private static StoryId premium = new StoryId(1);

    @BeforeAll
    static void print() {
        Stories stories = paper.door(Stories.class);
        stories.section(new Section("news", "News", 1));
        premium = Draft.of("For those who pay")
                .html("<p>The free beginning.</p><p>" + (SECRET_WORDS + " and others ").repeat(40) + "</p>")
                .reaching(Reach.SUBSCRIBERS)
                .print(stories, Instant.now());
        soon("it is in print", () -> browser().get(path()).statusCode() == 200);
        paper.door(Plans.class).offer(Plan.of("reader", "Reader", Money.of("49000", "IDR"), Plan.Interval.MONTH, 3));
    }

    @Test
    void a_subscription_opens_every_story_as_soon_as_it_begins_and_shuts_them_as_soon_as_it_ends() {
        ReaderId reader = People.join(paper.database().jdbi(), "subscriber@paper.test");
        Browser browser = signedIn(reader);
        Document before = browser.open(premium);
        assertThat(before.text()).doesNotContain(SECRET_WORDS);
        assertThat(before.select(".wall").text()).contains("Your account has no subscription");
        Subscription given = paper.door(Subscriptions.class)
                .give(
                        new Subscriptions.Gift(reader, "reader", Instant.now().plusSeconds(86_400), "a test"),
                        PUBLISHER,
                        Instant.now());
        soon("it is open", () -> browser.open(premium).text().contains(SECRET_WORDS));
        assertThat(browser.open(premium).select(".masthead a[href=/plans]")).isEmpty();
        assertThat(browser.cookies()).contains("pass=" + reader + ".s.");
        paper.door(Subscriptions.class).end(given.id(), "a test", PUBLISHER, Instant.now());
        soon("it is shut", () -> !browser.open(premium).text().contains(SECRET_WORDS));
    }

    @Test
    void signing_out_everywhere_shuts_the_story_at_once_even_to_a_pass_that_was_copied() {
        ReaderId reader = People.join(paper.database().jdbi(), "everywhere@paper.test");
        paper.door(Subscriptions.class)
                .give(
                        new Subscriptions.Gift(reader, "reader", Instant.now().plusSeconds(86_400), "a test"),
                        PUBLISHER,
                        Instant.now());
        Browser browser = signedIn(reader);
        assertThat(browser.open(premium).text()).contains(SECRET_WORDS);
        Browser thief = browser().with("pass=" + browser.cookies().split("pass=")[1]);
        paper.door(Sessions.class).endEverywhere(reader, Instant.now());
        soon("it is shut", () -> !browser.open(premium).text().contains(SECRET_WORDS));
        assertThat(thief.open(premium).text()).doesNotContain(SECRET_WORDS);
        assertThat(browser.cookies()).contains("session=;").doesNotContain("pass=" + reader);
    }

    @Test
    void a_library_opens_its_readers_the_paper_until_it_subscribes_no_longer() {
        Institutions institutions = paper.door(Institutions.class);
        Browser browser = browser();
        assertThat(browser.open(premium).select(".wall a[href^=/access/network?to=/news/]"))
                .hasSize(1);
        assertThat(browser.get("/access/network?to=" + path()).statusCode()).isEqualTo(404);
        institutions.admit(
                new Institutions.Institution(
                        "The library",
                        List.of(Network.parse("127.0.0.0/8")),
                        Instant.now().minusSeconds(60),
                        Instant.now().plusSeconds(86_400 * 30L)),
                PUBLISHER,
                Instant.now());
        soon("there is access", () -> {
            HttpResponse<String> found = browser.get("/access/network?to=" + path());
            return found.statusCode() == 303
                    && found.headers().firstValue("Location").equals(java.util.Optional.of(path()))
                    && browser.open(premium).text().contains(SECRET_WORDS);
        });
        assertThat(browser.get("/access/network?to=https://elsewhere.test/")
                        .headers()
                        .firstValue("Location"))
                .contains("/");
        assertThat(browser.cookies()).matches("pass=0\\.i\\..*");
        institutions.end("The library", "a test", PUBLISHER, Instant.now());
        soon("it is shut", () -> !browser.open(premium).text().contains(SECRET_WORDS));
    }

    /** As when a pass is carried home, or handed on. */
    @Test
    void a_librarys_pass_is_worth_ten_minutes_and_is_given_anew_only_where_the_library_is() {
        Institutions institutions = paper.door(Institutions.class);
        institutions.admit(
                new Institutions.Institution(
                        "The school",
                        List.of(Network.parse("127.0.0.0/8")),
                        Instant.now().minusSeconds(60),
                        Instant.now().plusSeconds(86_400 * 30L)),
                PUBLISHER,
                Instant.now());
        Browser browser = browser();
        soon("there is access", () -> browser.get("/access/network?to=/").statusCode() == 303);
        String[] parts = browser.cookies().replaceFirst(".*pass=", "").split("\\.");
        assertThat(Long.parseLong(parts[3]) * 1_000 - Long.parseLong(parts[2])).isLessThanOrEqualTo(600_000);
        Instant before = Instant.now().minusSeconds(900);
        Pass over = new Pass(java.util.Optional.empty(), Pass.Kind.INSTITUTION, before, before.plusSeconds(600));
        String runOut = "pass=" + paper.door(Passes.class).sign(over);
        Browser there = browser().with(runOut);
        assertThat(there.open(premium).text()).contains(SECRET_WORDS);
        assertThat(there.cookies()).matches("pass=0\\.i\\..*").isNotEqualTo(runOut);
        institutions.end("The school", "a test", PUBLISHER, Instant.now());
        soon("it is shut", () -> !browser().with(runOut).open(premium).text().contains(SECRET_WORDS));
        Browser home = browser().with(runOut);
        home.open(premium);
        assertThat(home.cookies()).doesNotContain("pass=0");
    }

    @Test
    void a_gift_opens_its_story_says_so_and_is_over_at_once_when_it_is_taken_back() {
        GiftPass pass = new GiftPass(new GiftId(77), premium, Instant.now().plusSeconds(600));
        Browser browser = browser()
                .with("gift-" + premium + "=" + paper.door(GiftPasses.class).write(pass));
        Document page = browser.open(premium);
        assertThat(page.text()).contains(SECRET_WORDS);
        assertThat(page.select(".reading-line").text()).contains("This story is a gift to you.");
        assertThat(page.select(".reading-line a").attr("href")).isEqualTo("/gift/from?story=" + premium);
        new TransactionTemplate(paper.door(PlatformTransactionManager.class))
                .executeWithoutResult(status -> paper.door(ChangeNotices.class).announce(new Change("gift", "77")));
        soon("it is over", () -> !browser.open(premium).text().contains(SECRET_WORDS));
        assertThat(browser.open(premium).select(".wall h2").text()).isEqualTo("This gift is over.");
    }

    @Test
    void whoever_comes_back_stays_signed_in() {
        ReaderId reader = People.join(paper.database().jdbi(), "back@paper.test");
        Session begun = paper.door(Sessions.class).begin(reader, "a browser", Instant.now());
        Session old = new Session(
                reader, begun.device(), begun.epoch(), begun.issued().minus(Duration.ofDays(100)));
        Browser browser = browser().with("session=" + new SessionCookie(paper.door(Settings.class)).write(old));
        String before = browser.cookies();
        browser.get("/");
        assertThat(browser.cookies()).contains("session=" + reader + ".").doesNotContain(before);
    }

    private static Browser browser() {
        return new Browser(paper, CHROME);
    }

    private static Browser signedIn(ReaderId reader) {
        String session = new SessionCookie(paper.door(Settings.class))
                .write(paper.door(Sessions.class).begin(reader, "a browser", Instant.now()));
        return browser().with("session=" + session);
    }

    private static String path() {
        return paper.door(InPrint.class).story(premium).orElseThrow().teaser().path();
    }

    private static void soon(String what, BooleanSupplier holds) {
        Instant end = Instant.now().plus(Duration.ofSeconds(30));
        while (!holds.getAsBoolean()) {
            assertThat(Instant.now()).as(what).isBefore(end);
            Thread.onSpinWait();
        }
    }
}
