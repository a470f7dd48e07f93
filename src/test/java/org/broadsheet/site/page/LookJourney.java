package org.broadsheet.site.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.broadsheet.base.page.Templates;
import org.broadsheet.testing.Axe;
import org.broadsheet.testing.Chromium;
import org.broadsheet.testing.Device;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every page of the invented paper, as browsers show it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LookJourney {
    private SampleServer server;
    private Chromium chromium;

    LookJourney() throws IOException {
        Templates templates = new Templates();
        server = new SampleServer(
                0,
                (template, page) ->
                        new String(templates.render(template.replace(".jte", ""), page), StandardCharsets.UTF_8),
                at -> Optional.empty());
        chromium = new Chromium();
    }

    @BeforeAll
    void nobodyHasComplained() {
        assertThat(chromium.complaints()).isEmpty();
    }

    @AfterAll
    void close() {
        chromium.close();
        server.close();
    }

    @Test
    void axe_finds_nothing_on_any_page_light_or_dark_on_a_phone_or_a_desk() {
        for (Device device : List.of(Device.PHONE, Device.PHONE.inTheDark(), Device.DESK, Device.DESK.inTheDark())) {
            try (BrowserContext context = chromium.device(device)) {
                Page page = context.newPage();
                for (String path : SampleServer.PAGES) {
                    page.navigate(server.address() + path);
                    Axe.check(page, path + " on " + device);
                }
            }
        }
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void no_page_is_wider_than_a_window_of_320_px_which_is_also_1280_px_at_four_times_the_size() {
        try (BrowserContext context = chromium.device(Device.PHONE.ofWidth(320))) {
            Page page = context.newPage();
            for (String path : SampleServer.PAGES) {
                page.navigate(server.address() + path);
                assertThat(widthOf(page)).as(path).isEqualTo(320);
            }
        }
    }

    @Test
    void text_twice_as_large_as_usual_still_fits() {
        try (BrowserContext context = chromium.device(Device.DESK)) {
            Page page = context.newPage();
            for (String path : List.of("/", "/article", "/services", "/feedback")) {
                page.navigate(server.address() + path);
                page.evaluate("document.documentElement.style.fontSize = '200%'");
                assertThat(widthOf(page)).as(path).isEqualTo(1280);
            }
        }
    }

    @Test
    void nothing_moves_while_a_page_loads() {
        try (BrowserContext context = chromium.device(Device.PHONE)) {
            Page page = context.newPage();
            page.addInitScript("""
                    window.moved = [];
                    const named = (node) => node && (node.id || node.className || node.nodeName);
                    new PerformanceObserver((list) => {
                        for (const each of list.getEntries()) {
                            for (const { node, previousRect: before, currentRect: after } of each.sources) {
                                window.moved.push(`${named(node)} from ${before.x},${before.y} ${before.width}×${before.height}`
                                    + ` to ${after.x},${after.y} ${after.width}×${after.height}`
                                    + ` after ${Math.round(each.startTime)} ms`);
                            }
                        }
                    }).observe({ type: 'layout-shift', buffered: true });
                    """);
            for (String path : List.of("/", "/article", "/services", "/article?slowly")) {
                page.navigate(server.address() + path);
                page.evaluate("new Promise((done) => setTimeout(done, 500))");
                assertThat((List<?>) page.evaluate("window.moved")).as(path).isEmpty();
            }
        }
    }

    @Test
    void print_leaves_the_tools_out_and_keeps_the_story() {
        try (BrowserContext context = chromium.device(Device.DESK.inTheDark())) {
            Page page = context.newPage();
            page.navigate(server.address() + "/article");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(page.locator("h1").isVisible()).isTrue();
            assertThat(page.locator(".text").isVisible()).isTrue();
            assertThat(page.locator(".dates .machine").isVisible()).isTrue();
            assertThat(page.locator(".tools, .sections, .opinion-box, .further").all())
                    .noneMatch(each -> each.isVisible());
            assertThat(page.evaluate("getComputedStyle(document.documentElement).backgroundColor"))
                    .isEqualTo("rgb(255, 255, 255)");
        }
    }

    @Test
    void the_counter_counts_an_opinion_as_it_is_written() {
        try (BrowserContext context = chromium.device(Device.PHONE)) {
            Page page = context.newPage();
            page.navigate(server.address() + "/article");
            assertThat(page.locator(".count output").textContent()).isEqualTo("0 / 30");
            page.locator("#opinion").fill("  Ten   👩‍🚀 letters\u200b ");
            assertThat(page.locator(".count output").textContent()).isEqualTo("14 / 30");
        }
    }

    private static int widthOf(Page page) {
        return ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
    }
}
