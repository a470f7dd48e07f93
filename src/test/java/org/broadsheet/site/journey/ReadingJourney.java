package org.broadsheet.site.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import java.util.Locale;
import org.broadsheet.testing.Axe;
import org.broadsheet.testing.Chromium;
import org.broadsheet.testing.Device;
import org.broadsheet.testing.TestPaper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What readers do with the running paper, with scripts and without. */
class ReadingJourney {

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
    void a_reader_opens_a_story_from_the_front_page_and_finds_when_where_and_by_whom(Device device) {
        try (BrowserContext context = CHROMIUM.device(device)) {
            Page page = story(context);
            assertThat(page.locator("article.story").textContent())
                    .contains("Kyodo News", "Tokyo", "Sat, January 3, 2026", "Published on 2026-01-03T11:10:07+07:00");
            assertThat(page.locator("time").first().getAttribute("datetime")).isEqualTo("2026-01-03T11:10:07+07:00");
            assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Amélie Okonjo"))
                            .isVisible())
                    .isTrue();
        }
        assertThat(CHROMIUM.complaints()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("withAndWithoutScripts")
    void the_text_size_is_remembered_and_right_on_first_paint(Device device) {
        try (BrowserContext context = CHROMIUM.device(device)) {
            Page page = story(context);
            assertThat(textSize(page)).isEqualTo("18px");
            choose(page, "Large", "21px");
            choose(page, "Small", "16px");
            choose(page, "Medium", "18px");
            choose(page, "Large", "21px");
            page.navigate(PAPER.at("/").toString());
            page.navigate(story(context).url());
            assertThat(textSize(page)).isEqualTo("21px");
        }
        assertThat(CHROMIUM.complaints()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("withAndWithoutScripts")
    void a_story_can_be_shared_by_plain_links(Device device) {
        try (BrowserContext context = CHROMIUM.device(device)) {
            Page page = story(context);
            page.getByText("Share", new Page.GetByTextOptions().setExact(true)).click();
            for (String name : List.of("WhatsApp", "X", "Facebook", "LinkedIn", "Telegram", "E-mail")) {
                Locator link = page.getByRole(
                        AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
                assertThat(link.isVisible()).as(name).isTrue();
                assertThat(link.getAttribute("href")).contains("%2Fpolicy%2F2026%2F01%2F03%2F");
            }
        }
    }

    @Test
    void the_rest_of_a_subscribers_story_is_not_in_the_page_and_the_page_says_so() {
        try (BrowserContext context = CHROMIUM.device(Device.DESK)) {
            Page page = context.newPage();
            page.navigate(PAPER.at("/policy").toString());
            assertThat(page.getByText("Premium").count()).isEqualTo(1);
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Ten practices"))
                    .click();
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("for subscribers"))
                            .isVisible())
                    .isTrue();
            assertThat(page.locator(".text p").count()).isBetween(1, 4);
            Axe.check(page, "a preview");
        }
    }

    @Test
    void the_papers_letters_are_fetched_after_the_first_page_and_drawn_on_the_next() {
        try (BrowserContext context = CHROMIUM.device(Device.PHONE)) {
            Page page = story(context);
            assertThat(page.locator("html[data-letters]").count()).isZero();
            page.waitForCondition(() -> context.cookies().stream()
                    .anyMatch(each -> each.name.equals("letters") && each.value.equals("own")));
            page.reload();
            assertThat(page.locator("html[data-letters=own]").count()).isEqualTo(1);
            assertThat(
                            page.evaluate(
                                    "document.fonts.ready.then(() => document.fonts.check('1em Newsreader') && document.fonts.check('1em \"Public Sans\"'))"))
                    .isEqualTo(true);
        }
    }

    @Test
    void the_first_tab_leads_past_the_masthead() {
        try (BrowserContext context = CHROMIUM.device(Device.DESK)) {
            Page page = story(context);
            page.keyboard().press("Tab");
            assertThat(page.evaluate("document.activeElement.getAttribute('href')"))
                    .isEqualTo("#content");
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");
            assertThat(page.evaluate("document.activeElement.closest('main') !== null"))
                    .isEqualTo(true);
        }
    }

    @Test
    void axe_finds_nothing_on_the_running_papers_pages() {
        for (Device device : List.of(Device.PHONE, Device.DESK.inTheDark())) {
            try (BrowserContext context = CHROMIUM.device(device)) {
                Page page = story(context);
                Axe.check(page, "the story");
                for (String path :
                        List.of("/", "/policy", "/topics/harbours", "/authors/amelie-okonjo", "/app", "/browsers")) {
                    page.navigate(PAPER.at(path).toString());
                    Axe.check(page, path);
                }
            }
        }
    }

    /** Chosen by its button, shown at once, and what the server sends from then on, so that no script has to change it. */
    private static void choose(Page page, String size, String px) {
        String word = size.toLowerCase(Locale.ROOT);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(size))
                .click();
        page.locator("html[data-text=" + word + "]")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        assertThat(textSize(page)).isEqualTo(px);
        page.waitForCondition(() -> page.context().cookies().stream()
                .anyMatch(each -> each.name.equals("text") && each.value.equals(word)));
        assertThat(page.context().request().get(page.url()).text()).contains("data-text=\"" + word + "\"");
    }

    private static Object textSize(Page page) {
        return page.locator(".text").evaluate("it => getComputedStyle(it).fontSize");
    }

    /** The way in that readers take. */
    private static Page story(BrowserContext context) {
        return story(context, PAPER);
    }

    private static Page story(BrowserContext context, TestPaper paper) {
        Page page = context.newPage();
        page.navigate(paper.at("/").toString());
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName(SmallPaper.HEADLINE).setExact(true))
                .first()
                .click();
        page.waitForURL("**/policy/2026/**");
        assertThat(page.locator("h1").textContent()).isEqualTo(SmallPaper.HEADLINE);
        return page;
    }
}
