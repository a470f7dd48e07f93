package org.broadsheet.site.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.broadsheet.testing.Axe;
import org.broadsheet.testing.Chromium;
import org.broadsheet.testing.Device;
import org.broadsheet.testing.TestPaper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The notice for browsers below the line: told by name by the server, by what they can do by the page. */
class OldBrowserJourney {
    private static final String CHROME_60 =
            "Mozilla/5.0 (Windows NT 6.1) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/60.0.3112.113 Safari/537.36";
    private static final String CHROME_140 =
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";

    @RegisterExtension
    static final TestPaper PAPER = SmallPaper.start();

    private static final Chromium CHROMIUM = new Chromium();

    @AfterAll
    static void close() {
        CHROMIUM.close();
    }

    static List<Device> withAndWithoutScripts() {
        return List.of(Device.PHONE, Device.PHONE.withoutScripts());
    }

    @ParameterizedTest
    @MethodSource("withAndWithoutScripts")
    void a_browser_known_to_be_old_is_told_above_a_page_that_can_be_read_on(Device device) {
        try (BrowserContext context = CHROMIUM.device(device.calledBy(CHROME_60))) {
            Page page = context.newPage();
            // What goes by way of a service worker would carry the browser\'s real name.
            page.addInitScript("delete Navigator.prototype.serviceWorker");
            page.navigate(PAPER.at("/policy").toString());
            assertThat(leads(notice(page)))
                    .hasSize(6)
                    .allSatisfy(each -> assertThat(each).startsWith("https://"));
            readOn(page);
            assertThat(notice(page).isVisible()).isTrue();
            if (device.scripts()) {
                Axe.check(page, "a story with the notice");
            }
        }
        assertThat(CHROMIUM.complaints()).isEmpty();
    }

    @Test
    void one_that_calls_itself_new_and_cannot_nest_styles_is_shown_the_same_notice() {
        try (BrowserContext context = CHROMIUM.device(Device.PHONE.calledBy(CHROME_140))) {
            Page page = context.newPage();
            page.addInitScript("CSS.supports = () => false");
            page.navigate(PAPER.at("/policy").toString());
            notice(page).waitFor();
            assertThat(leads(notice(page))).hasSize(6);
            readOn(page);
            notice(page).waitFor();
            assertThat(page.locator(".browser-notice").count()).isEqualTo(1);
        }
        assertThat(CHROMIUM.complaints()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("withAndWithoutScripts")
    void a_browser_of_today_is_told_nothing(Device device) {
        try (BrowserContext context = CHROMIUM.device(device.calledBy(CHROME_140))) {
            Page page = context.newPage();
            page.navigate(PAPER.at("/policy").toString());
            readOn(page);
            assertThat(page.locator(".browser-notice").count()).isZero();
        }
    }

    private static Locator notice(Page page) {
        return page.getByRole(
                AriaRole.COMPLEMENTARY, new Page.GetByRoleOptions().setName("Please update your browser"));
    }

    private static List<String> leads(Locator notice) {
        return notice.getByRole(AriaRole.LINK).all().stream()
                .map(each -> each.getAttribute("href"))
                .toList();
    }

    /** A click reaches a headline, and the story's text is there to be read, with nothing over it. */
    private static void readOn(Page page) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(SmallPaper.HEADLINE))
                .first()
                .click();
        page.waitForURL("**/policy/2026/**");
        Locator text = page.locator(".text p").first();
        text.scrollIntoViewIfNeeded();
        assertThat(text.evaluate("""
                it => {
                  const box = it.getBoundingClientRect();
                  return it.contains(document.elementFromPoint(box.x + box.width / 2, box.y + 5));
                }
                """)).isEqualTo(true);
    }
}
