package org.broadsheet.site.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.time.Instant;
import java.util.List;
import org.broadsheet.base.Settings;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.reader.SessionCookie;
import org.broadsheet.reader.Sessions;
import org.broadsheet.story.InPrint;
import org.broadsheet.story.Reach;
import org.broadsheet.story.Stories;
import org.broadsheet.testing.Axe;
import org.broadsheet.testing.Chromium;
import org.broadsheet.testing.Device;
import org.broadsheet.testing.Draft;
import org.broadsheet.testing.People;
import org.broadsheet.testing.TestPaper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Somebody comes to stories that are not for everyone, with a browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WallJourney {

    private static final Instant MORNING = Instant.parse("2026-01-03T05:00:00Z");
    private static final String GUARDED = "words that only some may read";

    private final TestPaper paper = SmallPaper.start();
    private final Chromium chromium = new Chromium();
    private final List<String> metered;

    WallJourney() {
        Stories stories = paper.door(Stories.class);
        metered = List.of("First", "Second", "Third", "Fourth").stream()
                .map(headline -> Draft.of(headline + " metered story")
                        .section("policy")
                        .html("<p>The free beginning.</p><p>" + (GUARDED + " and others ").repeat(30) + "</p>")
                        .reaching(Reach.METERED)
                        .print(stories, MORNING))
                .map(story -> paper.door(InPrint.class)
                        .story(story)
                        .orElseThrow()
                        .teaser()
                        .path())
                .toList();
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

    private static com.microsoft.playwright.Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name))
                .first();
    }
}
