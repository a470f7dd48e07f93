package org.broadsheet.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.broadsheet.reader.Role;
import org.broadsheet.story.InPrint;
import org.broadsheet.story.Section;
import org.broadsheet.story.Stories;
import org.broadsheet.story.board.Board;
import org.broadsheet.testing.People;
import org.broadsheet.testing.Surfer;
import org.broadsheet.testing.TestPaper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The desk against those who are not of it, and those who are and send what they should not. */
class DeskSafetyPageTest {
    @RegisterExtension
    static final TestPaper paper = TestPaper.start(Map.of("NAME", "The Public Record"));

    private static Forms forms;
    private static Surfer reporter;
    private static Surfer editor;

    @BeforeAll
    static void staff() {
        paper.door(Stories.class).section(new Section("news", "News", 1));
        forms = new Forms(paper);
        reporter = forms.named("rani@paper.test", Role.REPORTER);
        editor = forms.named("edi@paper.test", Role.EDITOR);
    }

    @Test
    void a_reporter_does_what_reporters_may_and_readers_nothing() {
        String story = forms.story(reporter, "Roles", "Words.");
        for (String deed : List.of("publish", "schedule", "draft", "correct", "withdraw")) {
            HttpResponse<String> answer = reporter.post(story, forms.again(story, Map.of("do", deed, "note", "n")));
            assertThat(answer.statusCode()).as(deed).isEqualTo(403);
        }
        HttpResponse<String> kept =
                reporter.post(story, forms.again(story, Map.of("do", "publish", "body", "An hour.")));
        assertThat(Jsoup.parse(kept.body()).select("#body").val()).contains("An hour.");
        Surfer reader = new Surfer(paper).as(People.join(paper.database().jdbi(), "somebody@paper.test"));
        assertThat(reader.get("/desk").statusCode()).isEqualTo(403);
        assertThat(reader.get(story).body()).doesNotContain("Words.");
        assertThat(reader.post(story, forms.again(story, Map.of("headline", "Taken over")))
                        .statusCode())
                .isEqualTo(403);
        assertThat(editor.postFromElsewhere(story, forms.again(story, Map.of("do", "publish")))
                        .statusCode())
                .isEqualTo(403);
        assertThat(editor.page(story).select("#headline").val()).isEqualTo("Roles");
    }

    @Test
    void nothing_typed_becomes_script_on_any_page_of_the_desk() {
        String nasty = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";
        String story = forms.story(reporter, nasty, nasty + "\n\n</textarea><script>alert(2)</script>");
        for (String path : List.of("/desk", story, story + "/versions", story + "/versions/1")) {
            Document page = reporter.page(path);
            assertThat(page.select("script:not([src])")).as(path).isEmpty();
            assertThat(page.select("img, [onerror]")).as(path).isEmpty();
        }
    }

    @Test
    void what_a_database_cannot_hold_ends_nothing() {
        String story = forms.story(editor, "With a \0 in it", "And \0 there.");
        for (String deed : List.of("save", "publish", "correct", "withdraw")) {
            Map<String, String> form = forms.again(
                    story, Map.of("do", deed, "note", "n\0", "notice", "n\0", "topics", "t\0", "bylines", "b\0"));
            assertThat(editor.post(story, form).statusCode()).as(deed).isLessThan(500);
        }
        for (String path : List.of("/desk?q=a%00b", "/desk/wire?q=a%00b", "/desk/wire?source=%00")) {
            assertThat(editor.get(path).statusCode()).as(path).isEqualTo(200);
        }
    }

    @Test
    void nobody_does_anything_in_somebody_elses_name() {
        Surfer other = forms.named("other@paper.test", Role.REPORTER);
        other.post("/account/name", Map.of("name", "edi@paper.test"));
        String story = forms.story(other, "Under another name", "Words.");
        assertThat(paper.door(Board.class)
                        .versions(Forms.number(story))
                        .getFirst()
                        .by())
                .isEqualTo("other@paper.test");
    }

    @Test
    void a_second_press_of_a_button_does_nothing_a_second_time() {
        Map<String, String> form = Forms.typed(
                "Pressed twice", "Words.", Map.of("do", "publish", "form", "6f1f2a0e0c5e4c389d3b0a4f7c1f9d11"));
        String story = Surfer.location(editor.post("/desk/stories", form));
        assertThat(Surfer.location(editor.post("/desk/stories", form))).isEqualTo(story);
        String path = story.substring(0, story.indexOf('?'));
        assertThat(editor.page(path + "/versions").select("li").size()).isEqualTo(1);

        String read = editor.page(path).select("a:contains(As readers see it)").attr("href");
        Map<String, String> corrected = forms.again(path, Map.of("do", "correct", "note", "It was said once."));
        editor.post(path, corrected);
        editor.post(path, corrected);
        var corrections = paper.door(InPrint.class)
                .story(Forms.number(path))
                .orElseThrow()
                .corrections();
        assertThat(corrections)
                .singleElement()
                .satisfies(each -> assertThat(each.note()).isEqualTo("It was said once."));
        assertThat(paper.get(read).statusCode()).isEqualTo(200);
    }
}
