package org.broadsheet.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.Map;
import org.broadsheet.story.Section;
import org.broadsheet.story.Stories;
import org.broadsheet.story.StoryId;
import org.broadsheet.testing.Chromium;
import org.broadsheet.testing.Device;
import org.broadsheet.testing.TestPaper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A story is written as it will look, by keyboard and by buttons, and what is pasted comes out clean. */
class EditorJourney {
    private static final Path PHOTOGRAPH = Path.of("../shared/corpus/demo-photos/photos");

    @RegisterExtension
    static final TestPaper PAPER = paper();

    private static final Chromium CHROMIUM = new Chromium();
    private static final DeskBrowser BROWSER = new DeskBrowser(PAPER, CHROMIUM);

    private BrowserContext context;
    private Page page;

    private static TestPaper paper() {
        TestPaper paper = TestPaper.start(Map.of("NAME", "The Public Record"));
        paper.door(Stories.class).section(new Section("news", "News", 1));
        return paper;
    }

    @BeforeEach
    void open() {
        context = BROWSER.signedIn(Device.DESK);
        page = context.newPage();
        BROWSER.open(page, Device.DESK, "/desk/stories/new");
    }

    @AfterEach
    void shut() {
        context.close();
        assertThat(CHROMIUM.complaints()).isEmpty();
    }

    @AfterAll
    static void close() {
        CHROMIUM.close();
    }

    @Test
    void everything_is_written_by_keyboard() {
        text().click();
        type("The harbour opened ");
        page.keyboard().press("Control+b");
        type("at dawn");
        page.keyboard().press("Control+b");
        type(", they said.");
        page.keyboard().press("Enter");
        type("## What it cost");
        page.keyboard().press("Enter");
        type("- Eight berths");
        page.keyboard().press("Enter");
        type("Two cranes");
        page.keyboard().press("Enter");
        page.keyboard().press("Enter");
        type("> It is ours.");
        page.keyboard().press("Enter");
        page.keyboard().press("Enter");
        type("See the report");
        for (int i = 0; i < "report".length(); i++) {
            page.keyboard().press("Shift+ArrowLeft");
            // no hand is quicker than the screen
            page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        }
        page.keyboard().press("Control+k");
        page.getByLabel("Address").fill("https://report.example/1");
        page.keyboard().press("Enter");
        DeskBrowser.checked(page, Device.DESK, "a text being written");
        assertThat(saved("By keyboard"))
                .isEqualTo("<p>The harbour opened <strong>at dawn</strong>, they said.</p>\n\n"
                        + "<h2>What it cost</h2>\n\n<ul><li>Eight berths</li><li>Two cranes</li></ul>\n\n"
                        + "<blockquote><p>It is ours.</p></blockquote>\n\n"
                        + "<p>See the <a href=\"https://report.example/1\">report</a></p>");
    }

    @Test
    void buttons_do_what_keys_do_and_say_what_is_on() {
        text().click();
        type("A heading");
        button("Subhead").click();
        assertThat(button("Subhead").getAttribute("aria-pressed")).isEqualTo("true");
        page.keyboard().press("Enter");
        type("One");
        button("Numbered list").click();
        page.keyboard().press("Enter");
        type("Two");
        page.keyboard().press("Enter");
        page.keyboard().press("Enter");
        type("In a box");
        button("Box").click();
        assertThat(field())
                .isEqualTo("<h2>A heading</h2>\n\n<ol><li>One</li><li>Two</li></ol>\n\n"
                        + "<aside><p>In a box</p></aside>");
        button("Undo").click();
        button("Redo").click();
        assertThat(field()).endsWith("<aside><p>In a box</p></aside>");
        button("Bold").focus();
        page.keyboard().press("ArrowRight");
        assertThat(page.evaluate("document.activeElement.dataset.tool")).isEqualTo("em");
    }

    @Test
    void what_is_put_into_the_field_behind_it_is_read() {
        page.locator("#body").fill("One.\n\nTwo & <em>three</em>.");
        assertThat(text().locator("p").allInnerTexts()).containsExactly("One.", "Two & three.");
        text().locator("p").first().click();
        page.keyboard().press("End");
        type(" More.");
        assertThat(field()).isEqualTo("<p>One. More.</p>\n\n<p>Two &amp; <em>three</em>.</p>");
    }

    @Test
    void words_are_found_and_replaced() {
        text().click();
        type("A berth and a berth and a Berth.");
        page.keyboard().press("Control+Alt+f");
        page.locator("[name=find]").fill("berth");
        page.keyboard().press("Enter");
        assertThat(page.locator("[data-said]").textContent()).isEqualTo("1 of 3");
        DeskBrowser.checked(page, Device.DESK, "finding");
        page.getByLabel("Replace by").fill("crane");
        DeskBrowser.press(page, "Replace");
        assertThat(field()).isEqualTo("<p>A crane and a berth and a Berth.</p>");
        DeskBrowser.press(page, "Replace all");
        assertThat(field()).isEqualTo("<p>A crane and a crane and a crane.</p>");
        page.keyboard().press("Escape");
        assertThat(page.evaluate("document.activeElement.classList.contains('ProseMirror')"))
                .isEqualTo(true);
    }

    @Test
    void what_word_and_google_docs_paste_comes_out_clean() {
        paste("<html xmlns:o='urn:schemas-microsoft-com:office:office'><head><style>p{color:red}</style></head><body>"
                + "<!--StartFragment--><h1 style='margin:0'>Big<o:p></o:p></h1>"
                + "<p class=MsoNormal style='mso-margin-top-alt:auto'><b>Strong</b> <span lang=EN-US>and "
                + "<i style='mso-bidi-font-style:normal'>weak</i></span><o:p></o:p></p>"
                + "<p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·"
                + "<span style='font:7.0pt \"Times New Roman\"'>&nbsp; </span></span>One</p>"
                + "<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o"
                + "</span>Under one</p>"
                + "<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·"
                + "</span>Two</p><p class=MsoNormal><o:p>&nbsp;</o:p></p>"
                + "<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.</span>First</p>"
                + "<!--EndFragment--></body></html>");
        assertThat(field())
                .isEqualTo("<h2>Big</h2>\n\n<p><strong>Strong</strong> and <em>weak</em></p>\n\n"
                        + "<ul><li>One<ul><li>Under one</li></ul></li><li>Two</li></ul>\n\n<ol><li>First</li></ol>");
        clear();
        paste("<meta charset='utf-8'><b style='font-weight:normal;' id='docs-internal-guid-1'>"
                + "<p dir='ltr' style='line-height:1.38'><span style='font-weight:400;font-style:normal'>Plain, </span>"
                + "<span style='font-weight:700'>bold</span><span style='font-style:italic'> and slanted</span></p>"
                + "<ul><li dir='ltr' style='list-style-type:disc'><p dir='ltr'><span>Point</span></p></li></ul></b>");
        assertThat(field())
                .isEqualTo("<p>Plain, <strong>bold</strong><em> and slanted</em></p>\n\n<ul><li>Point</li></ul>");
        clear();
        paste("<table border=1 onclick='x()'><tbody><tr><td style='color:red' colspan=2>A</td></tr></tbody></table>"
                + "<p>After<img src=x onerror='window.bad=1'><script>window.bad=1</script></p>");
        assertThat(field())
                .isEqualTo("<table><tbody><tr><td colspan=\"2\">A</td></tr></tbody></table>\n\n<p>After</p>");
        assertThat(page.evaluate("window.bad === undefined")).isEqualTo(true);
        assertThat(page.locator(".ProseMirror :is(script, [onclick], [onerror])")
                        .count())
                .isZero();
    }

    @Test
    void what_the_editor_does_not_know_stays_as_it_was() {
        String table = "<table><tbody><tr><th>A</th><td>8</td></tr></tbody></table>";
        StoryId story = Forms.number(new Forms(PAPER)
                .story(
                        new Forms(PAPER).named("rani@paper.test", org.broadsheet.reader.Role.REPORTER),
                        "With a table",
                        "Before.\n\n" + table + "\n\n<pre>a\n\n  b</pre>\n\n<hr>\n\nAfter <sub>all</sub>."));
        BROWSER.open(page, Device.DESK, "/desk/stories/" + story.value());
        text().locator("p").first().click();
        page.keyboard().press("End");
        type(" Typed.");
        assertThat(saved("With a table"))
                .isEqualTo("<p>Before. Typed.</p>\n\n" + table + "\n\n<pre>a\n\n  b</pre>\n\n<hr>\n\n"
                        + "<p>After <sub>all</sub>.</p>");
    }

    @Test
    void a_photograph_is_taken_in_and_set_into_the_text() throws Exception {
        try (var files = java.nio.file.Files.walk(PHOTOGRAPH)) {
            Path file = files.filter(each -> each.toString().endsWith(".webp"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
            BROWSER.open(page, Device.DESK, "/desk/photographs");
            page.getByText("A new photograph").click();
            page.getByLabel("File").setInputFiles(file);
            page.getByLabel("Alternative text").fill("A quay");
            page.locator("#picture-caption").fill("The quay");
            DeskBrowser.press(page, "Take in");
            DeskBrowser.checked(page, Device.DESK, "a photograph");
        }
        BROWSER.open(page, Device.DESK, "/desk/photographs");
        BROWSER.open(page, Device.DESK, "/desk/stories/new");
        text().click();
        type("Before.");
        button("Photograph").click();
        page.locator("[data-results] button").first().click();
        type("A caption of its own");
        assertThat(field())
                .matches("<p>Before.</p>\n\n<figure data-photograph=\"\\d+\">"
                        + "<figcaption>A caption of its own</figcaption></figure>");
        page.getByText("Choose from the library").first().click();
        page.locator("[data-results] button").first().click();
        assertThat(page.getByLabel("Number", new Page.GetByLabelOptions().setExact(true))
                        .inputValue())
                .matches("\\d+");
        DeskBrowser.checked(page, Device.DESK, "a story with photographs");
        assertThat(saved("With a photograph")).contains("<figcaption>A caption of its own</figcaption>");
        assertThat(page.locator(".desk-picture .desk-shown img").getAttribute("alt"))
                .isEqualTo("A quay");
    }

    private Locator text() {
        return page.getByLabel("Body", new Page.GetByLabelOptions().setExact(true));
    }

    private Locator button(String name) {
        return page.locator("[data-tools]")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private void type(String words) {
        page.keyboard().type(words);
    }

    private void clear() {
        text().click();
        page.keyboard().press("Control+a");
        page.keyboard().press("Delete");
    }

    private void paste(String html) {
        text().click();
        page.evaluate(
                "html => { const data = new DataTransfer(); data.setData('text/html', html);"
                        + " document.querySelector('.ProseMirror').dispatchEvent(new ClipboardEvent('paste',"
                        + " { clipboardData: data, bubbles: true, cancelable: true })); }",
                html);
    }

    /** What the form would send. */
    private String field() {
        return page.locator("#body").inputValue();
    }

    /** The body as it is kept, written out by the server and read by the editor again. */
    private String saved(String headline) {
        page.getByLabel("Headline", new Page.GetByLabelOptions().setExact(true)).fill(headline);
        String sent = field();
        page.keyboard().press("Control+s");
        page.waitForSelector("p.done");
        text().locator("p").first().click();
        page.keyboard().press("End");
        type(".");
        page.keyboard().press("Backspace");
        assertThat(field()).isEqualTo(sent);
        return sent;
    }
}
