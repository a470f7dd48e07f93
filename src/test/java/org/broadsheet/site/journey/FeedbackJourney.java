package org.broadsheet.site.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.broadsheet.base.Slice;
import org.broadsheet.feedback.Opinion;
import org.broadsheet.feedback.Opinions;
import org.broadsheet.testing.Axe;
import org.broadsheet.testing.Chromium;
import org.broadsheet.testing.Device;
import org.broadsheet.testing.TestPaper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A reader tells the editors something, under a story. */
class FeedbackJourney {

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
    void an_opinion_under_a_story_is_thanked_for_and_kept_once(Device device) {
        String words = "The harbour has two sides; one was heard. Scripts: " + device.scripts();
        try (BrowserContext context = CHROMIUM.device(device)) {
            Page page = form(context);
            opinion(page).fill(words);
            send(page);
            page.waitForURL("**/feedback/thanks**");
            assertThat(page.getByRole(AriaRole.STATUS).textContent()).contains("Thank You");
            if (device.scripts()) {
                Axe.check(page, "thanks");
            }
            page.reload();
            assertThat(page.getByRole(AriaRole.STATUS).textContent()).contains("Thank You");
            link(page, "Back to the story").click();
            page.waitForURL("**/policy/2026/**");
            assertThat(page.locator("h1").textContent()).isEqualTo(SmallPaper.HEADLINE);
        }
        assertThat(kept())
                .filteredOn(each -> each.words().equals(words))
                .singleElement()
                .satisfies(opinion -> assertThat(opinion.story()).isPresent());
        assertThat(CHROMIUM.complaints()).isEmpty();
    }

    /** Long enough for the browser, which counts blanks; the server does not. */
    @ParameterizedTest
    @MethodSource("withAndWithoutScripts")
    void the_server_counts_for_itself_and_gives_the_words_back(Device device) {
        String words = "Fine." + " ".repeat(40) + "Scripts: " + device.scripts();
        try (BrowserContext context = CHROMIUM.device(device)) {
            Page page = form(context);
            opinion(page).fill(words);
            send(page);
            Locator problem = page.getByRole(AriaRole.ALERT);
            problem.waitFor();
            assertThat(problem.textContent()).contains(String.valueOf(Opinion.length(words)), "30");
            assertThat(opinion(page).inputValue()).isEqualTo(words);
            assertThat(opinion(page).getAttribute("aria-invalid")).isEqualTo("true");
            if (device.scripts()) {
                Axe.check(page, "a refused opinion");
            }
        }
        assertThat(kept()).noneSatisfy(each -> assertThat(each.words()).contains("Fine."));
        CHROMIUM.complaints().removeIf(each -> each.contains("422"));
        assertThat(CHROMIUM.complaints()).isEmpty();
    }

    @Test
    void the_count_follows_what_is_typed_and_the_browser_holds_back_what_is_too_short() {
        try (BrowserContext context = CHROMIUM.device(Device.PHONE)) {
            Page page = form(context);
            Locator count = page.locator(".opinion output");
            assertThat(count.textContent()).isEqualTo("0 / 30");
            opinion(page).pressSequentially("Nine char");
            assertThat(count.textContent()).isEqualTo("9 / 30");
            String here = page.url();
            send(page);
            assertThat(opinion(page).evaluate("it => it.validity.tooShort && document.activeElement === it"))
                    .isEqualTo(true);
            assertThat(page.url()).isEqualTo(here);
            opinion(page).pressSequentially("acters, and then some more");
            assertThat(count.textContent()).isEqualTo("35 / 30");
            assertThat(opinion(page).evaluate("it => it.validity.valid")).isEqualTo(true);
        }
    }

    private static List<Opinion> kept() {
        return PAPER.door(Opinions.class).newest(new Slice(1, 100)).entries();
    }

    private static Page form(BrowserContext context) {
        Page page = context.newPage();
        page.navigate(PAPER.at("/policy").toString());
        link(page, SmallPaper.HEADLINE).click();
        page.waitForURL("**/policy/2026/**");
        return page;
    }

    private static Locator opinion(Page page) {
        return page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Share your opinion"));
    }

    private static void send(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send"))
                .click();
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name))
                .first();
    }
}
