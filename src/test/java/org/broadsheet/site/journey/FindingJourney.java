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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How readers get from one story to another, and hand one on. */
class FindingJourney {

    @RegisterExtension
    static final TestPaper PAPER = SmallPaper.start();

    private static final Chromium CHROMIUM = new Chromium();

    @BeforeAll
    static void printed() {
        Soon.holds("it is in its section", () -> PAPER.get("/policy").body().contains(SmallPaper.HEADLINE));
    }

    @AfterAll
    static void close() {
        CHROMIUM.close();
    }

    static List<Device> withAndWithoutScripts() {
        return List.of(Device.PHONE, Device.PHONE.withoutScripts());
    }

    @ParameterizedTest
    @MethodSource("withAndWithoutScripts")
    void from_the_front_to_a_section_to_a_story_to_a_related_one(Device device) {
        try (BrowserContext context = CHROMIUM.device(device)) {
            Page page = context.newPage();
            page.navigate(PAPER.at("/").toString());
            Locator sections = page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Sections"));
            link(sections, "Policy").click();
            page.waitForURL("**/policy");
            assertThat(link(sections, "Policy").getAttribute("aria-current")).isEqualTo("true");
            link(page.getByRole(AriaRole.MAIN), SmallPaper.HEADLINE).click();
            page.waitForURL("**/policy/2026/**");
            Locator related = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Related stories"));
            String onward = related.getByRole(AriaRole.HEADING)
                    .getByRole(AriaRole.LINK)
                    .first()
                    .textContent();
            link(related, onward).click();
            page.getByRole(
                            AriaRole.HEADING,
                            new Page.GetByRoleOptions().setLevel(1).setName(onward))
                    .waitFor();
            link(page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Where you are")), "Policy")
                    .click();
            page.waitForURL("**/policy");
        }
        assertThat(CHROMIUM.complaints()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("withAndWithoutScripts")
    void a_misspelt_search_finds_the_story_and_says_what_it_was_read_as(Device device) {
        try (BrowserContext context = CHROMIUM.device(device)) {
            Page page = context.newPage();
            page.navigate(PAPER.at("/").toString());
            link(page.getByRole(AriaRole.BANNER), "Search").click();
            Locator question = page.getByRole(AriaRole.SEARCHBOX);
            question.fill("harbuor");
            question.press("Enter");
            page.waitForURL("**/search?q=harbuor**");
            assertThat(page.getByRole(AriaRole.STATUS).textContent()).contains("harbour");
            assertThat(page.getByText("No story was found for \u201charbuor\u201d")
                            .isVisible())
                    .isTrue();
            if (device.scripts()) {
                Axe.check(page, "what a search found");
            }
            link(page.getByRole(AriaRole.MAIN), SmallPaper.HEADLINE).click();
            page.waitForURL("**/policy/2026/**");
        }
        assertThat(CHROMIUM.complaints()).isEmpty();
    }

    @Test
    void the_link_that_is_copied_is_the_storys_own_address() {
        try (BrowserContext context = CHROMIUM.device(Device.DESK)) {
            context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
            Page page = context.newPage();
            page.navigate(PAPER.at("/policy").toString());
            link(page.getByRole(AriaRole.MAIN), SmallPaper.HEADLINE).click();
            page.waitForURL("**/policy/2026/**");
            String address = page.url();
            page.navigate(address + "?from=somewhere");
            page.getByText("Share", new Page.GetByTextOptions().setExact(true)).click();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Copy link"))
                    .click();
            page.getByText("Link copied").waitFor();
            assertThat(page.evaluate("navigator.clipboard.readText()").toString())
                    .endsWith(address.substring(address.indexOf("/policy")))
                    .isEqualTo(page.locator("link[rel=canonical]").getAttribute("href"));
        }
        assertThat(CHROMIUM.complaints()).isEmpty();
    }

    private static Locator link(Locator within, String name) {
        return within.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name))
                .first();
    }
}
