package org.broadsheet.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import org.broadsheet.reader.Role;
import org.broadsheet.story.Section;
import org.broadsheet.story.Stories;
import org.broadsheet.testing.Surfer;
import org.broadsheet.testing.TestPaper;
import org.broadsheet.wire.Wire;
import org.broadsheet.wire.take.SentCopy;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WirePageTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @RegisterExtension
    static final TestPaper paper = TestPaper.start(Map.of("NAME", "The Public Record"));

    private static SentCopy agency;
    private static Surfer reporter;
    private static Surfer editor;

    @BeforeAll
    static void staff() {
        paper.door(Stories.class).section(new Section("world", "World", 1));
        paper.door(Stories.class).section(new Section("sport", "Sport", 2));
        agency = new SentCopy(paper.door(Wire.class), NOON);
        reporter = new Forms(paper).named("rani@paper.test", Role.REPORTER);
        editor = new Forms(paper).named("edi@paper.test", Role.EDITOR);
    }

    @Test
    void an_item_becomes_a_draft_once_and_the_next_who_wants_it_is_led_to_that() {
        String item = "/desk/wire/" + agency.send("urn:draft", 1, "Ferry late", "It was <em>late</em>.");
        Document page = reporter.page(item);
        assertThat(page.select(".desk-copy").text()).isEqualTo("It was late.");
        assertThat(page.select("button").eachText()).contains("Make a story").doesNotContain("Publish now");
        String story = Surfer.location(reporter.post(item, Map.of("do", "take", "section", "sport")));
        assertThat(story).matches("/desk/stories/\\d+\\?done=taken");
        assertThat(reporter.page(story).select("#section option[selected]").val())
                .isEqualTo("sport");
        String again = Surfer.location(editor.post(item, Map.of("do", "publish")));
        assertThat(again).isEqualTo(story.replace("taken", "already"));
        assertThat(reporter.page(item).select("button").eachText()).doesNotContain("Make a story");
    }

    @Test
    void an_editor_publishes_what_came_and_a_reporter_does_not() {
        String item = "/desk/wire/" + agency.send("urn:now", 1, "Bridge open", "It is open.");
        Map<String, String> form = Map.of("do", "publish", "section", "world", "reach", "everyone");
        assertThat(reporter.post(item, form).statusCode()).isEqualTo(403);
        assertThat(editor.postFromElsewhere(item, form).statusCode()).isEqualTo(403);
        String story = Surfer.location(editor.post(item, form));
        assertThat(story).endsWith("?done=publish");
        String read = editor.page(story).select("a:contains(As readers see it)").attr("href");
        assertThat(paper.get(read).body()).contains("Bridge open", "It is open.");
    }

    @Test
    void what_is_held_or_declined_is_put_aside_and_put_back() {
        String id = Long.toString(agency.send("urn:held", 1, "Otter counted", "One."));
        String here = "/desk/wire?q=&source=agency&mark=";
        HttpResponse<String> held = reporter.post("/desk/wire/" + id, Map.of("do", "hold", "to", here));
        assertThat(Surfer.location(held)).isEqualTo(here);
        assertThat(reporter.page("/desk/wire?mark=held")
                        .select(".desk-headline")
                        .text())
                .contains("Otter counted");
        reporter.post("/desk/wire/" + id, Map.of("do", "decline", "to", "https://evil.example/"));
        assertThat(reporter.page("/desk/wire").select(".desk-headline").text()).doesNotContain("Otter counted");
        reporter.post("/desk/wire/" + id, Map.of("do", "return"));
        assertThat(reporter.page("/desk/wire?q=otter").select(".desk-headline").eachText())
                .containsExactly("Otter counted");
    }

    @Test
    void nothing_is_made_of_what_the_agency_has_killed_or_for_a_section_that_is_not_there() {
        long id = agency.send("urn:killed", 1, "Wrong name", SentCopy.Status.CANCELED, "It was wrong.");
        HttpResponse<String> answer = editor.post("/desk/wire/" + id, Map.of("do", "publish"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("withheld or killed");
        long other = agency.send("urn:section", 1, "No such place", "Words.");
        assertThat(editor.post("/desk/wire/" + other, Map.of("do", "take", "section", "nowhere"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(editor.post("/desk/wire/987654", Map.of("do", "take")).statusCode())
                .isEqualTo(404);
    }
}
