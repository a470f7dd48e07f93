package org.broadsheet.site.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.util.List;
import org.broadsheet.story.Section;
import org.broadsheet.story.Stories;
import org.broadsheet.story.StoryId;
import org.broadsheet.testing.Chromium;
import org.broadsheet.testing.Device;
import org.broadsheet.testing.Draft;
import org.broadsheet.testing.TestPaper;
import org.junit.jupiter.api.Test;

/** What a device keeps of the paper. The paper is really stopped: a browser's offline switch does not reach the worker. */
class OfflineJourney {
    static final String KEPT = """
            async () => {
              const kept = [];
              for (const name of await caches.keys()) {
                const cache = await caches.open(name);
                for (const request of await cache.keys()) {
                  kept.push(new URL(request.url).pathname + " " + await (await cache.match(request)).text());
                }
              }
              return kept;
            }
            """;

    @Test
    void an_opened_story_is_read_again_when_the_paper_cannot_be_reached() throws Exception {
        try (TestPaper paper = SmallPaper.start();
                Chromium chromium = new Chromium();
                BrowserContext context = chromium.device(Device.PHONE)) {
            Page page = withWorker(context, paper);
            open(page, SmallPaper.HEADLINE);
            String story = page.url();
            page.navigate(paper.at("/policy").toString());
            open(page, SmallPaper.PREMIUM);
            String premium = page.url();
            assertThat(chromium.complaints()).isEmpty();
            paper.stopPaper();

            page.navigate(story);
            page.reload();
            assertThat(page.locator("h1").textContent()).isEqualTo(SmallPaper.HEADLINE);
            assertThat(page.locator(".text").textContent()).contains("deleted first");
            assertThat(page.locator(".text").evaluate("it => getComputedStyle(it).fontSize"))
                    .isEqualTo("18px");

            page.navigate(premium);
            assertThat(page.locator("h1").textContent()).isEqualTo("You are offline");
            assertThat(page.content()).doesNotContain("deleted first");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(SmallPaper.HEADLINE))
                    .click();
            page.waitForURL(story);
            assertThat(page.locator("h1").textContent()).isEqualTo(SmallPaper.HEADLINE);
        }
    }

    @Test
    void nothing_of_a_subscribers_story_nor_of_a_withdrawn_one_stays_on_a_device() throws Exception {
        try (TestPaper paper = SmallPaper.start();
                Chromium chromium = new Chromium();
                BrowserContext context = chromium.device(Device.PHONE)) {
            Stories stories = paper.door(Stories.class);
            stories.section(new Section("news", "News", 2));
            Instant now = Instant.parse("2026-01-03T05:00:00Z");
            StoryId regretted = Draft.of("A report to regret").print(stories, now);
            Page page = withWorker(context, paper);
            String address = paper.at("/news/2026/01/03/a-report-to-regret").toString();
            page.navigate(address);
            page.navigate(paper.at("/policy").toString());
            open(page, SmallPaper.PREMIUM);
            List<String> kept = kept(page);
            assertThat(kept).anySatisfy(each -> assertThat(each).startsWith("/news/2026/01/03/a-report-to-regret "));
            assertThat(kept).anySatisfy(each -> assertThat(each).startsWith("/offline "));
            assertThat(kept)
                    .noneSatisfy(each -> assertThat(each).startsWith("/policy/2026/01/03/ten-practices"))
                    .noneSatisfy(each -> assertThat(each).contains(SmallPaper.GUARDED));

            stories.withdraw(regretted, "The figures were not ours to print.", now);
            Soon.holds(
                    "it is gone",
                    () -> paper.get("/news/2026/01/03/a-report-to-regret").statusCode() == 410);
            page.navigate(address);
            // The browser itself may keep a page for as long as its Cache-Control says; a reload asks.
            page.reload();
            assertThat(page.locator("h1").textContent()).isEqualTo("This story has been withdrawn");
            assertThat(kept(page)).noneSatisfy(each -> assertThat(each).startsWith("/news/2026/01/03/"));
        }
    }

    /** A page under the worker's care: what is opened from now on goes by way of it. */
    private static Page withWorker(BrowserContext context, TestPaper paper) {
        Page page = context.newPage();
        page.navigate(paper.at("/").toString());
        page.waitForFunction("() => navigator.serviceWorker.controller !== null");
        page.navigate(paper.at("/policy").toString());
        return page;
    }

    private static void open(Page page, String headline) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(headline))
                .first()
                .click();
        page.waitForURL("**/policy/2026/**");
        assertThat(page.locator("h1").textContent()).isEqualTo(headline);
    }

    @SuppressWarnings("unchecked")
    private static List<String> kept(Page page) {
        return (List<String>) page.evaluate(KEPT);
    }
}
