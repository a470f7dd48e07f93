package org.broadsheet.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.broadsheet.reader.Role;
import org.broadsheet.story.Section;
import org.broadsheet.story.Stories;
import org.broadsheet.testing.Surfer;
import org.broadsheet.testing.TestPaper;
import org.broadsheet.wire.Wire;
import org.broadsheet.wire.kill.Kills;
import org.broadsheet.wire.take.SentCopy;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WaitingPageTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @RegisterExtension
    static final TestPaper paper = TestPaper.start(Map.of("NAME", "The Public Record"));

    private static SentCopy agency;
    private static Surfer reporter;
    private static Surfer editor;

    @BeforeAll
    static void staff() {
        paper.door(Stories.class).section(new Section("world", "World", 1));
        agency = new SentCopy(paper.door(Wire.class), NOON);
        reporter = new Forms(paper).named("rani@paper.test", Role.REPORTER);
        editor = new Forms(paper).named("edi@paper.test", Role.EDITOR);
    }

    @Test
    void a_clash_stands_side_by_side_and_goes_as_the_editor_decides() {
        String story = taken("urn:clash", "Nine berths were sold.", "Nobody commented.");
        edited(story, "Nine berths were sold.", "Eight berths were sold.");
        agency.send("urn:clash", 2, "Harbour", "Ten berths were sold.", "The board commented.");
        assertThat(reporter.page("/desk/waiting").select("a[href$=/update]").eachAttr("href"))
                .contains(story + "/update");
        Document page = editor.page(story + "/update");
        assertThat(page.select(".desk-clash").text()).contains("Eight berths", "Ten berths");
        assertThat(page.select(".desk-new").text()).contains("The board commented.");
        assertThat(reporter.page(story + "/update").select("button")).isEmpty();

        Map<String, String> form = new HashMap<>(hidden(page));
        form.putAll(Map.of("do", "save", "clash-1", "agency"));
        assertThat(reporter.post(story + "/update", form).statusCode()).isEqualTo(403);
        assertThat(Surfer.location(editor.post(story + "/update", form))).isEqualTo(story + "?done=save");
        assertThat(editor.page(story).select("#body").val())
                .contains("Ten berths were sold.", "The board commented.")
                .doesNotContain("Eight");
        assertThat(editor.get(story + "/update").statusCode()).isEqualTo(404);
        assertThat(Surfer.location(editor.post(story + "/update", form))).isEqualTo(story);
    }

    @Test
    void what_changed_while_an_editor_looked_is_looked_at_again_and_can_be_left_out() {
        String story = taken("urn:again", "Nine cranes stood.");
        edited(story, "Nine cranes stood.", "Eight cranes stood.");
        agency.send("urn:again", 2, "Harbour", "Ten cranes stood.");
        Map<String, String> form = new HashMap<>(hidden(editor.page(story + "/update")));
        agency.send("urn:again", 3, "Harbour", "Eleven cranes stood.");
        form.put("do", "save");
        HttpResponse<String> answer = editor.post(story + "/update", form);
        assertThat(answer.statusCode()).isEqualTo(422);
        Document again = Jsoup.parse(answer.body());
        assertThat(again.select(".desk-clash").text()).contains("Eleven cranes stood.");
        form.putAll(hidden(again));
        form.put("do", "dismiss");
        assertThat(Surfer.location(editor.post(story + "/update", form))).isEqualTo(story + "?done=dismiss");
        assertThat(editor.page(story).select("#body").val()).contains("Eight cranes stood.");
    }

    @Test
    void an_order_that_waits_is_refused_with_a_reason_or_carried_out() {
        paper.door(Kills.class).rule(SentCopy.SOURCE, Optional.of(Duration.ofMinutes(30)));
        SentCopy agency = new SentCopy(paper.door(Wire.class), Instant.now());
        String refused = published("urn:stays");
        agency.send("urn:stays", 2, "Harbour", SentCopy.Status.CANCELED, "It stays.");
        String order = kill();
        assertThat(editor.post(order, Map.of("do", "refuse", "reason", " ")).statusCode())
                .isEqualTo(422);
        assertThat(reporter.post(order, Map.of("do", "act")).statusCode()).isEqualTo(403);
        editor.post(order, Map.of("do", "refuse", "reason", "We wrote it ourselves."));
        assertThat(reporter.page(order).text()).contains("Refused by edi@paper.test", "We wrote it ourselves.");
        assertThat(paper.get(refused).statusCode()).isEqualTo(200);

        String gone = published("urn:goes");
        agency.send("urn:goes", 2, "Harbour", SentCopy.Status.CANCELED, "It goes.");
        String other = kill();
        editor.post(other, Map.of("do", "act"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(paper.get(gone).statusCode()).isEqualTo(410));
        assertThat(reporter.page(other).text()).contains("Carried out by edi@paper.test");
        assertThat(editor.get("/desk/kills/987654").statusCode()).isEqualTo(404);
    }

    private static String kill() {
        return reporter.page("/desk/waiting").select(".desk-flash a").attr("href");
    }

    private static String taken(String guid, String... paragraphs) {
        String item = "/desk/wire/" + agency.send(guid, 1, "Harbour", paragraphs);
        String at = Surfer.location(editor.post(item, Map.of("do", "take", "section", "world")));
        return at.substring(0, at.indexOf('?'));
    }

    private static String published(String guid) {
        String item = "/desk/wire/" + agency.send(guid, 1, "Harbour " + guid, "Words.");
        String at = Surfer.location(editor.post(item, Map.of("do", "publish", "section", "world")));
        return editor.page(at).select("a:contains(As readers see it)").attr("href");
    }

    private static void edited(String story, String was, String is) {
        Document page = editor.page(story);
        Map<String, String> fields = new HashMap<>(Map.of(
                "do", "save", "over", page.select("[name=over]").val(), "section", "world", "reach", "everyone"));
        page.select(".desk-form input[type=text], .desk-form textarea")
                .forEach(field -> fields.put(field.attr("name"), field.val().replace(was, is)));
        assertThat(editor.post(story, fields).statusCode()).isEqualTo(303);
    }

    private static Map<String, String> hidden(Document page) {
        Map<String, String> fields = new HashMap<>();
        page.select("main input[type=hidden]").forEach(field -> fields.put(field.attr("name"), field.val()));
        return fields;
    }
}
