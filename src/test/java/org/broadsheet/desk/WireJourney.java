package org.broadsheet.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.broadsheet.story.Section;
import org.broadsheet.story.Stories;
import org.broadsheet.testing.Chromium;
import org.broadsheet.testing.Device;
import org.broadsheet.testing.TestPaper;
import org.broadsheet.wire.Wire;
import org.broadsheet.wire.take.SentCopy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The wire's inbox in a browser: by keyboard, and an update decided. */
class WireJourney {
    @RegisterExtension
    static final TestPaper PAPER = TestPaper.start(Map.of("NAME", "The Public Record", "ZONE", "Asia/Jakarta"));

    private static final Chromium CHROMIUM = new Chromium();
    private static final DeskBrowser BROWSER = new DeskBrowser(PAPER, CHROMIUM);

    @AfterAll
    static void close() {
        CHROMIUM.close();
    }

    static List<Device> devices() {
        return List.of(Device.PHONE.inTheDark(), Device.DESK, Device.PHONE.withoutScripts());
    }

    @ParameterizedTest
    @MethodSource("devices")
    void an_item_becomes_a_story_and_its_update_is_decided(Device device) {
        String guid = "urn:journey:" + device.width() + device.scripts();
        SentCopy agency = agency();
        agency.send(guid, 1, "Harbour board " + guid, "Nine berths were sold.");
        try (BrowserContext context = BROWSER.signedIn(device)) {
            Page page = context.newPage();
            BROWSER.open(page, device, "/desk/wire");
            page.getByText("Harbour board " + guid).click();
            DeskBrowser.checked(page, device, "an item");
            DeskBrowser.press(page, "Make a story");
            page.getByText("A story was made of it.").waitFor();
            String story = page.url().replaceFirst("\\?.*", "");
            page.getByLabel("Body", new Page.GetByLabelOptions().setExact(true)).fill("Eight berths were sold.");
            DeskBrowser.press(page, "Save");
            page.getByText("Saved.").waitFor();
            agency.send(guid, 2, "Harbour board " + guid, "Ten berths were sold.");
            BROWSER.open(page, device, "/desk/waiting");
            page.navigate(story + "/update");
            DeskBrowser.checked(page, device, "an update");
            page.getByLabel(SentCopy.SOURCE).check();
            DeskBrowser.press(page, "Take it in");
            page.getByText("Saved.").waitFor();
            assertThat(page.locator("#body").inputValue()).isEqualTo("Ten berths were sold.");
        }
        assertThat(CHROMIUM.complaints()).isEmpty();
    }

    @Test
    void one_key_each_acts_on_the_item_in_focus() {
        SentCopy agency = agency();
        agency.send("urn:keys:1", 1, "First by key", "Words.");
        agency.send("urn:keys:2", 2, "Second by key", "Words.");
        try (BrowserContext context = BROWSER.signedIn(Device.DESK)) {
            Page page = context.newPage();
            page.navigate(PAPER.at("/desk/wire?q=%22by%20key%22").toString());
            page.keyboard().press("n");
            assertThat(page.locator(".desk-headline").allTextContents())
                    .as("a key without an item in focus does nothing")
                    .containsExactly("Second by key", "First by key");
            page.getByText("Second by key").focus();
            page.keyboard().press("j");
            page.waitForNavigation(() -> page.keyboard().press("h"));
            page.navigate(PAPER.at("/desk/wire?mark=held").toString());
            assertThat(page.locator(".desk-headline").allTextContents()).containsExactly("First by key");
        }
    }

    private static SentCopy agency() {
        PAPER.door(Stories.class).section(new Section("world", "World", 1));
        return new SentCopy(PAPER.door(Wire.class), Instant.now());
    }
}
