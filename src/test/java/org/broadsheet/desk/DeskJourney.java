package org.broadsheet.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.broadsheet.story.Section;
import org.broadsheet.story.Stories;
import org.broadsheet.testing.Chromium;
import org.broadsheet.testing.Device;
import org.broadsheet.testing.TestPaper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An editor writes, publishes, corrects and withdraws a story, and gets back what was never saved. */
class DeskJourney {
    @RegisterExtension
    static final TestPaper PAPER = paper();

    private static final Chromium CHROMIUM = new Chromium();
    private static final DeskBrowser BROWSER = new DeskBrowser(PAPER, CHROMIUM);

    private static TestPaper paper() {
        TestPaper paper = TestPaper.start(Map.of("NAME", "The Public Record", "ZONE", "Asia/Jakarta"));
        paper.door(Stories.class).section(new Section("news", "News", 1));
        paper.door(Stories.class).section(new Section("policy", "Policy", 2));
        return paper;
    }

    @AfterAll
    static void close() {
        CHROMIUM.close();
    }

    static List<Device> withAndWithoutScripts() {
        return List.of(Device.PHONE, Device.DESK.inTheDark(), Device.PHONE.withoutScripts());
    }

    @ParameterizedTest
    @MethodSource("withAndWithoutScripts")
    void a_story_is_written_published_corrected_and_withdrawn(Device device) {
        String headline = "Harbour opens " + device.width() + device.scripts();
        try (BrowserContext context = BROWSER.signedIn(device)) {
            Page page = context.newPage();
            BROWSER.open(page, device, "/desk");
            page.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName("New story").setExact(true))
                    .last()
                    .click();
            write(page, headline);
            DeskBrowser.checked(page, device, "a new story");
            DeskBrowser.press(page, "Save");
            says(page, "Saved.");
            DeskBrowser.press(page, "Publish");
            says(page, "Published.");
            DeskBrowser.checked(page, device, "a published story");
            String read = page.getByText("As readers see it").getAttribute("href");
            assertThat(read).startsWith("/policy/");
            correct(page, device);
            page.getByText("Take the story back").click();
            labelled(page, "Notice").fill("It never opened.");
            DeskBrowser.press(page, "Withdraw");
            says(page, "Withdrawn.");
            Awaitility.await()
                    .untilAsserted(() -> assertThat(
                                    page.navigate(PAPER.at(read).toString()).status())
                            .isEqualTo(410));
            assertThat(page.content()).contains("It never opened.");
        }
        CHROMIUM.complaints().removeIf(each -> each.contains("410"));
        assertThat(CHROMIUM.complaints()).isEmpty();
    }

    private static void write(Page page, String headline) {
        labelled(page, "Headline").fill(headline);
        labelled(page, "Standfirst").fill("It opens.");
        labelled(page, "Body").fill("First paragraph.\n\nSecond & more.");
        labelled(page, "Section").selectOption("Policy");
        labelled(page, "Reach").selectOption("For everyone");
    }

    private static void correct(Page page, Device device) {
        labelled(page, "Correction").fill("The hour was wrong.");
        DeskBrowser.press(page, "Correct");
        says(page, "Corrected.");
        page.getByText("Version 1").click();
        DeskBrowser.checked(page, device, "the versions");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Version 1"))
                .click();
        DeskBrowser.checked(page, device, "a version");
        page.getByText("Back to the story").click();
    }

    @Test
    void what_was_typed_and_not_saved_is_there_again_after_the_tab_was_closed() {
        try (BrowserContext context = BROWSER.signedIn(Device.DESK)) {
            Page page = context.newPage();
            BROWSER.open(page, Device.DESK, "/desk/stories/new");
            labelled(page, "Headline").fill("Typed in a hurry");
            labelled(page, "Body").fill("An hour of words.");
            page.close();

            Page again = context.newPage();
            BROWSER.open(again, Device.DESK, "/desk/stories/new");
            assertThat(again.locator("#body").inputValue()).isEmpty();
            DeskBrowser.press(again, "Bring them back");
            assertThat(again.locator("#body").inputValue()).isEqualTo("<p>An hour of words.</p>");
            assertThat(again.locator("[data-count]").textContent()).startsWith("4 words");
            again.keyboard().press("Control+s");
            says(again, "Saved.");
            BROWSER.open(again, Device.DESK, "/desk/stories/new");
            assertThat(again.getByText("Bring them back").count()).isZero();
        }
    }

    @Test
    void a_tab_that_is_opened_again_where_something_was_saved_gives_back_what_was_typed_since() {
        try (BrowserContext context = BROWSER.signedIn(Device.DESK)) {
            Page other = context.newPage();
            BROWSER.open(other, Device.DESK, "/desk/stories/new");
            labelled(other, "Body").fill("Of another story, still being written.");
            other.close();
            Page page = context.newPage();
            page.navigate(PAPER.at("/desk/stories/new").toString());
            labelled(page, "Headline").fill("Saved once");
            labelled(page, "Body").fill("Saved.");
            DeskBrowser.press(page, "Save");
            page.waitForSelector("[role=status]");
            DeskBrowser.press(page, "Save");
            page.waitForSelector("[role=status]");
            labelled(page, "Body").fill("Typed since.");
            String address = page.url();
            page.close();
            Page again = context.newPage();
            again.navigate(address);
            DeskBrowser.press(again, "Bring them back");
            assertThat(again.locator("#body").inputValue()).isEqualTo("<p>Typed since.</p>");
        }
    }

    private static Locator labelled(Page page, String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    private static void says(Page page, String words) {
        page.getByRole(AriaRole.STATUS)
                .filter(new Locator.FilterOptions().setHasText(words))
                .waitFor();
    }
}
