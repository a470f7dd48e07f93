package org.broadsheet.site.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.broadsheet.base.Settings;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.reader.SessionCookie;
import org.broadsheet.reader.Sessions;
import org.broadsheet.story.InPrint;
import org.broadsheet.story.Reach;
import org.broadsheet.story.Stories;
import org.broadsheet.story.StoryId;
import org.broadsheet.testing.Axe;
import org.broadsheet.testing.Chromium;
import org.broadsheet.testing.Device;
import org.broadsheet.testing.Draft;
import org.broadsheet.testing.Mailbox;
import org.broadsheet.testing.People;
import org.broadsheet.testing.PlainBrowser;
import org.broadsheet.testing.TestPaper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Somebody comes to stories that are not for everyone, with a browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WallJourney {

    private static final Instant MORNING = Instant.parse("2026-01-03T05:00:00Z");
    private static final String GUARDED = "words that only some may read";

    private final TestPaper paper = SmallPaper.start();
    private final Chromium chromium = new Chromium();
    private final List<String> metered;
    private final String premium;

    WallJourney() {
        Stories stories = paper.door(Stories.class);
        metered = List.of("First", "Second", "Third", "Fourth").stream()
                .map(headline -> printed(stories, headline + " metered story", Reach.METERED))
                .toList();
        premium = printed(stories, "A story for subscribers", Reach.SUBSCRIBERS);
    }

    private String printed(Stories stories, String headline, Reach reach) {
        StoryId story = Draft.of(headline)
                .section("policy")
                .html("<p>The free beginning.</p><p>" + (GUARDED + " and others ").repeat(30) + "</p>")
                .reaching(reach)
                .print(stories, MORNING);
        return paper.door(InPrint.class).story(story).orElseThrow().teaser().path();
    }

    @AfterAll
    void close() throws Exception {
        chromium.close();
        paper.close();
    }

    @Test
    void a_stranger_reads_three_metered_stories_and_meets_the_wall() {
        meetsTheWall(Device.PHONE);
    }

    @Test
    void without_scripts_as_well() {
        meetsTheWall(Device.DESK.withoutScripts());
    }

    static List<Device> devices() {
        return List.of(Device.PHONE, Device.DESK.withoutScripts());
    }

    @ParameterizedTest
    @MethodSource("devices")
    void who_joins_from_the_wall_stands_before_the_story_again_also_where_the_mail_is_read_elsewhere(Device device) {
        String email = "wall" + device.width() + "@journey.test";
        try (BrowserContext here = chromium.device(device);
                BrowserContext elsewhere = chromium.device(device)) {
            Page page = here.newPage();
            page.navigate(paper.at(premium).toString());
            page.locator(".wall")
                    .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Sign in"))
                    .click();
            page.waitForURL("**/sign-in?to=**");
            join(page, email);
            Page mail = device.scripts() ? page : elsewhere.newPage();
            mail.navigate(paper.at(Mailbox.link(paper, email)).toString());
            button(mail, "Confirm and sign in").click();
            mail.waitForURL("**" + premium);
            assertThat(mail.locator(".wall").textContent()).contains("Your account has no subscription");
        }
    }

    private static void join(Page page, String email) {
        page.locator("main")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Join"))
                .click();
        page.waitForURL("**/join?to=**");
        page.getByLabel("E-mail").fill(email);
        page.getByLabel("With a link that we mail you each time").check();
        button(page, "Join").click();
        page.waitForURL("**/join/sent");
    }

    @Test
    void only_a_path_of_the_paper_is_gone_to_after_joining() {
        for (String to : List.of("https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)")) {
            PlainBrowser browser = new PlainBrowser(paper);
            String email = "to" + Math.abs(to.hashCode()) + "@journey.test";
            browser.post("/join", Map.of("email", email, "way", "link", "to", to));
            HttpResponse<String> in = browser.post(Mailbox.link(paper, email), Map.of("to", to));
            assertThat(PlainBrowser.location(in)).as(to).isEqualTo("/account?done=joined");
        }
    }

    private void meetsTheWall(Device device) {
        try (BrowserContext context = chromium.device(device)) {
            Page page = context.newPage();
            for (int at = 0; at < 3; at++) {
                page.navigate(paper.at(metered.get(at)).toString());
                assertThat(page.locator(".text").textContent()).contains(GUARDED);
                assertThat(page.locator(".reading-line").textContent()).contains("begins anew on");
            }
            page.navigate(paper.at(metered.get(3)).toString());
            assertThat(page.content()).doesNotContain(GUARDED);
            assertThat(page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("3 free stories"))
                            .isVisible())
                    .isTrue();
            assertThat(link(page, "See subscriptions and prices").getAttribute("href"))
                    .isEqualTo("/plans");
            assertThat(link(page, "Look for access").getAttribute("href"))
                    .isEqualTo("/access/network?to=" + metered.get(3));
            if (device.scripts()) {
                Axe.check(page, "the wall");
            }
            page.navigate(paper.at(metered.get(0)).toString());
            assertThat(page.locator(".text").textContent()).contains(GUARDED);
        }
    }

    @Test
    void nothing_that_was_opened_signed_in_stays_on_the_device() {
        ReaderId reader = People.join(paper.database().jdbi(), "offline@paper.test");
        String session = new SessionCookie(paper.door(Settings.class))
                .write(paper.door(Sessions.class).begin(reader, "a browser", Instant.now()));
        try (BrowserContext context = chromium.device(Device.PHONE)) {
            context.addCookies(
                    List.of(new Cookie("session", session).setUrl(paper.at("/").toString())));
            Page page = context.newPage();
            page.navigate(paper.at("/").toString());
            page.waitForFunction("() => navigator.serviceWorker.controller !== null");
            page.navigate(paper.at("/policy").toString());
            page.navigate(paper.at(metered.get(0)).toString());
            assertThat(link(page, "Account").isVisible()).isTrue();
            @SuppressWarnings("unchecked")
            List<String> kept = (List<String>) page.evaluate(OfflineJourney.KEPT);
            assertThat(kept).anySatisfy(each -> assertThat(each).startsWith("/offline "));
            assertThat(kept)
                    .noneSatisfy(each -> assertThat(each).contains(GUARDED))
                    .noneSatisfy(each -> assertThat(each).contains("href=\"/account\""));
        }
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name))
                .first();
    }
}
