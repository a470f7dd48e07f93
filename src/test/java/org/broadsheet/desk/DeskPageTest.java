package org.broadsheet.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.broadsheet.base.Actor;
import org.broadsheet.base.db.Keyset;
import org.broadsheet.ops.AuditLog;
import org.broadsheet.reader.Role;
import org.broadsheet.story.Section;
import org.broadsheet.story.Stories;
import org.broadsheet.story.board.Board;
import org.broadsheet.testing.Surfer;
import org.broadsheet.testing.TestPaper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DeskPageTest {
    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    @RegisterExtension
    static final TestPaper paper = TestPaper.start(Map.of("NAME", "The Public Record", "ZONE", "Asia/Jakarta"));

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
    void a_story_goes_from_a_reporter_by_an_editor_to_readers_and_is_corrected_and_taken_back() {
        String at = forms.made(
                reporter, Forms.typed("Harbour opens at dawn", "First.\n\nSecond & last.", Map.of("do", "ready")));
        assertThat(at).endsWith("?done=ready&from=new");
        String story = at.substring(0, at.indexOf('?'));
        assertThat(reporter.page(story).select("button").eachText())
                .contains("Save")
                .doesNotContain("Publish", "Schedule", "Correct", "Withdraw");

        HttpResponse<String> published = editor.post(story, forms.again(story, Map.of("do", "publish")));
        assertThat(Surfer.location(published)).isEqualTo(story + "?done=publish");
        Document page = editor.page(story + "?done=publish");
        assertThat(page.select("[role=status]").text()).isEqualTo("Published.");
        String read = page.select("a:contains(As readers see it)").attr("href");
        assertThat(paper.get(read).body()).contains("Harbour opens at dawn", "Second &amp; last.");

        editor.post(
                story,
                forms.again(
                        story, Map.of("do", "correct", "body", "First.\n\nSecond & better.", "note", "It said last.")));
        assertThat(editor.page(story).select(".desk-log").text())
                .contains("ready", "publish", "correct: It said last.");
        eventually(() -> assertThat(paper.get(read).body()).contains("It said last.", "Second &amp; better."));

        editor.post(story, forms.again(story, Map.of("do", "withdraw", "notice", "It was about another harbour.")));
        eventually(() -> {
            HttpResponse<String> gone = paper.get(read);
            assertThat(gone.statusCode()).isEqualTo(410);
            assertThat(gone.body()).contains("It was about another harbour.").doesNotContain("Second &amp; better.");
        });
        assertThat(paper.door(AuditLog.class)
                        .about("story " + Forms.number(story))
                        .getFirst()
                        .actor())
                .isEqualTo(new Actor("edi@paper.test"));
    }

    @Test
    void two_people_in_one_story_keep_every_word_of_both() {
        String story = forms.story(reporter, "Two at once", "One.\n\nTwo.\n\nThree.");
        Map<String, String> hers = forms.again(story, Map.of("body", "One of hers.\n\nTwo.\n\nThree."));
        Map<String, String> his =
                forms.again(story, Map.of("body", "One.\n\nTwo.\n\nThree of his.", "standfirst", "His."));
        assertThat(Surfer.location(reporter.post(story, hers))).endsWith("?done=save");
        assertThat(Surfer.location(editor.post(story, his))).endsWith("?done=joined");
        Document both = editor.page(story);
        assertThat(both.select("#body").val()).contains("One of hers.", "Two.", "Three of his.");
        assertThat(both.select("#standfirst").val()).isEqualTo("His.");
    }

    @Test
    void where_both_changed_the_same_words_the_others_are_shown_and_kept() {
        String story = forms.story(reporter, "The same words", "Nine berths were sold.");
        Map<String, String> hers = forms.again(story, Map.of("body", "Ten berths were sold."));
        Map<String, String> his = forms.again(story, Map.of("body", "Eight berths were sold."));
        reporter.post(story, hers);
        HttpResponse<String> answer = editor.post(story, his);
        assertThat(answer.statusCode()).isEqualTo(200);
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select(".desk-clashes dd").eachText())
                .containsExactly("Eight berths were sold.", "Ten berths were sold.");
        assertThat(page.select("#body").val()).contains("Eight berths were sold.");
        assertThat(editor.page(story + "/versions/2").select("ins").text()).contains("Ten");
        assertThat(editor.page(story + "/versions/3?against=1").select("del").text())
                .contains("Nine");
    }

    @Test
    void what_cannot_be_kept_comes_back_as_it_was_typed_with_the_reason() {
        Map<String, String> fields = Forms.typed("x".repeat(301), "Words that took an hour.", Map.of("do", "save"));
        HttpResponse<String> answer = reporter.post("/desk/stories", fields);
        assertThat(answer.statusCode()).isEqualTo(422);
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select("[role=alert]").text()).contains("headline has 301 characters");
        assertThat(page.select("#body").val()).contains("Words that took an hour.");
        assertThat(page.select("#headline").val()).hasSize(301);

        fields = Forms.typed("No such picture", "Words.", Map.of("photograph", "987654"));
        assertThat(Jsoup.parse(reporter.post("/desk/stories", fields).body())
                        .select("[role=alert]")
                        .text())
                .contains("no photograph 987654");
    }

    @Test
    void what_cannot_be_published_is_kept_all_the_same() {
        String at = Surfer.location(editor.post("/desk/stories", Forms.typed("", "A body alone.", Map.of())));
        String story = at.substring(0, at.indexOf('?'));
        HttpResponse<String> refused =
                editor.post(story, forms.again(story, Map.of("do", "publish", "body", "A longer body alone.")));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.body()).select("[role=alert]").text()).contains("It needs a headline.");
        assertThat(reporter.page(story).select("#body").val()).contains("A longer body alone.");
    }

    @Test
    void somebody_whose_session_has_run_out_gets_what_they_typed_back() {
        Surfer stranger = new Surfer(paper);
        HttpResponse<String> answer = stranger.post(
                "/desk/stories", Forms.typed("Mine", "Words that took an hour.", Map.of("do", "publish")));
        assertThat(answer.statusCode()).isEqualTo(401);
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select("#body").val()).contains("Words that took an hour.");
        assertThat(page.select("[role=alert] a").attr("href")).isEqualTo("/sign-in?to=/desk");
        assertThat(paper.door(Board.class).called("Mine", Keyset.TOP, 9)).isEmpty();
    }

    @Test
    void a_story_is_scheduled_for_a_time_in_the_papers_zone_and_taken_off_again() {
        String story = forms.story(editor, "Later", "Words for later.");
        LocalDateTime when = LocalDateTime.now(JAKARTA).plusDays(2).truncatedTo(ChronoUnit.SECONDS);
        HttpResponse<String> done =
                editor.post(story, forms.again(story, Map.of("do", "schedule", "when", when.toString())));
        assertThat(Surfer.location(done)).endsWith("?done=schedule");
        assertThat(paper.door(Board.class)
                        .standing(Forms.number(story))
                        .orElseThrow()
                        .scheduledFor())
                .contains(when.atZone(JAKARTA).toInstant());
        editor.post(story, forms.again(story, Map.of("do", "draft")));
        assertThat(paper.door(Board.class)
                        .standing(Forms.number(story))
                        .orElseThrow()
                        .scheduledFor())
                .isEmpty();
        for (String wrong : List.of("2020-01-01T00:00", "", "tomorrow")) {
            assertThat(editor.post(story, forms.again(story, Map.of("do", "schedule", "when", wrong)))
                            .statusCode())
                    .as(wrong)
                    .isEqualTo(422);
        }
    }

    @Test
    void a_correction_corrects_nothing_that_readers_do_not_have() {
        String story = forms.story(editor, "Not out yet", "Words.");
        HttpResponse<String> answer = editor.post(story, forms.again(story, Map.of("do", "correct", "note", "Wrong.")));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("That cannot be done while the story is: Draft");
    }

    @Test
    void an_earlier_version_comes_back_as_the_newest() {
        String story = forms.story(reporter, "Once", "First words.");
        reporter.post(story, forms.again(story, Map.of("body", "Second words.")));
        reporter.post(story + "/versions/1/restore", Map.of());
        Document page = reporter.page(story);
        assertThat(page.select("#body").val()).contains("First words.");
        assertThat(page.select("[name=over]").val()).isEqualTo("3");
        assertThat(reporter.page(story + "/versions").select("li").size()).isEqualTo(3);
        assertThat(reporter.get(story + "/versions/9").statusCode()).isEqualTo(404);
    }

    @Test
    void stories_are_found_by_state_and_by_words_of_their_headline() {
        forms.story(reporter, "Quokkas counted on the island", "Words.");
        assertThat(reporter.page("/desk?q=quokkas").select(".desk-headline").eachText())
                .containsExactly("Quokkas counted on the island");
        assertThat(reporter.page("/desk?state=withdrawn")
                        .select(".desk-headline")
                        .text())
                .doesNotContain("Quokkas");
        assertThat(reporter.page("/desk?state=draft").select(".desk-headline").text())
                .contains("Quokkas");
        assertThat(reporter.page("/desk?q=quokkas").select(".desk-facts").text())
                .contains("Draft", "News", "For everyone", "saved by rani@paper.test");
        assertThat(reporter.get("/desk?after=nonsense&state=nonsense").statusCode())
                .isEqualTo(200);
    }

    private static void eventually(Runnable holds) {
        Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(holds::run);
    }
}
