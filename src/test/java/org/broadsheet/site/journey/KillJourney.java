package org.broadsheet.site.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.time.Instant;
import java.util.List;
import org.broadsheet.base.Actor;
import org.broadsheet.testing.Chromium;
import org.broadsheet.testing.Device;
import org.broadsheet.testing.TestPaper;
import org.broadsheet.wire.Wire;
import org.broadsheet.wire.WireStories;
import org.broadsheet.wire.kill.Kill;
import org.broadsheet.wire.kill.Kills;
import org.broadsheet.wire.take.SentCopy;
import org.broadsheet.wire.take.Takes;
import org.broadsheet.wire.take.Took;
import org.junit.jupiter.api.Test;

/** An agency kills a story that somebody has open. */
class KillJourney {
    private static final String WORDS = "A ferry sank in the strait";

    @Test
    void the_window_is_told_a_reload_shows_the_notice_and_no_copy_stays_on_the_device() throws Exception {
        try (TestPaper paper = SmallPaper.start();
                Chromium chromium = new Chromium();
                BrowserContext context = chromium.device(Device.PHONE)) {
            SentCopy agency = new SentCopy(paper.door(Wire.class), Instant.now());
            String story = published(paper, agency);
            Page page = context.newPage();
            page.navigate(paper.at("/").toString());
            page.waitForFunction("() => navigator.serviceWorker.controller !== null");
            page.navigate(paper.at(story).toString());
            assertThat(page.locator(".text").textContent()).contains(WORDS);
            assertThat(kept(page)).anySatisfy(each -> assertThat(each).startsWith(story + " "));

            agency.send("ferry", 2, "Kill", SentCopy.Status.CANCELED, "Kill.");
            Soon.holds("the paper has taken it back", () -> paper.get(story).statusCode() == 410);
            comesBackToTheWindow(page);
            page.locator("[role=alert]").waitFor();
            assertThat(page.locator("main").textContent())
                    .contains("This story has been withdrawn")
                    .doesNotContain(WORDS);
            assertThat(kept(page)).noneSatisfy(each -> assertThat(each).contains(WORDS));

            Response again = page.reload();
            assertThat(again.status()).isEqualTo(410);
            assertThat(page.locator("main").textContent())
                    .contains("The news agency that sent this story has withdrawn it.");
            Kills kills = paper.door(Kills.class);
            long number = kills.newest(1).getFirst().number();
            Soon.holds(
                    "the receipt is whole",
                    () -> places(kills, number).stream()
                            .anyMatch(place -> place.surface().equals("gifts")));
            assertThat(places(kills, number))
                    .allMatch(Kill.Gone::isGone)
                    .extracting(Kill.Gone::surface)
                    .contains(
                            "print", "article " + story, "list /", "list /policy", "list /atom.xml", "search", "gifts");
        }
    }

    private static String published(TestPaper paper, SentCopy agency) {
        long item = agency.send("ferry", 1, "Ferry sinks", WORDS + " on Monday.");
        WireStories.Place place =
                new WireStories.Place("policy", List.of(), SentCopy.PLACE.reach(), SentCopy.PLACE.otherwise());
        Took took = paper.door(Takes.class).publish(item, place, new Actor("an editor"), Instant.now());
        return ((Took.Published) took).address().path();
    }

    private static void comesBackToTheWindow(Page page) {
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    }

    private static List<Kill.Gone> places(Kills kills, long number) {
        return kills.receipt(number).orElseThrow().places();
    }

    @SuppressWarnings("unchecked") // what the script gives
    private static List<String> kept(Page page) {
        return (List<String>) page.evaluate(OfflineJourney.KEPT);
    }
}
