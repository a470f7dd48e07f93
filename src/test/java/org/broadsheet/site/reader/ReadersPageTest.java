package org.broadsheet.site.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.broadsheet.base.Slice;
import org.broadsheet.feedback.Opinions;
import org.broadsheet.story.InPrint;
import org.broadsheet.story.Reach;
import org.broadsheet.story.Section;
import org.broadsheet.story.Stories;
import org.broadsheet.story.Teaser;
import org.broadsheet.testing.Draft;
import org.broadsheet.testing.TestPaper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReadersPageTest {
    private static final Instant NOON = Instant.parse("2026-01-03T05:00:00Z");
    private static final String WORDS = "This story left out the people who live <b>beside</b> the river & bridge.";

    @RegisterExtension
    static final TestPaper paper = TestPaper.start();

    private static Teaser story;

    @BeforeAll
    static void print() {
        Stories stories = paper.door(Stories.class);
        stories.section(new Section("news", "News", 1));
        InPrint inPrint = paper.door(InPrint.class);
        story = inPrint.story(Draft.of("Budget <b>plans</b> & bridges")
                        .standfirst("The standfirst.")
                        .body("The council published its river budget.")
                        .print(stories, NOON))
                .orElseThrow()
                .teaser();
        Draft.of("Premium budget")
                .standfirst("Open words.")
                .body("zanzibarian secrets of the budget")
                .reaching(Reach.SUBSCRIBERS)
                .print(stories, NOON);
    }

    @Test
    void a_search_shows_marked_escaped_hits_that_nobody_indexes_or_keeps() {
        HttpResponse<String> answer = paper.get("/search?q=budgets");
        Document page = Jsoup.parse(answer.body());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("private, no-store");
        assertThat(page.select("meta[name=robots]").attr("content")).contains("noindex");
        assertThat(page.select(".hits .headline").eachText())
                .containsExactlyInAnyOrder("Budget <b>plans</b> & bridges", "Premium budget");
        assertThat(page.select(".hits mark").eachText()).contains("Budget", "budget");
        assertThat(answer.body()).doesNotContain("zanzibarian");
    }

    @Test
    void a_misspelt_search_says_what_it_was_read_as() {
        Document page = Jsoup.parse(paper.get("/search?q=buget").body());
        assertThat(page.select("[role=status]").text()).contains("budget");
        assertThat(page.select(".meant").text()).contains("buget");
        assertThat(page.select(".hits .headline")).hasSize(2);
    }

    @Test
    void a_question_is_given_back_unchanged_and_escaped() {
        String asked = "\"><script>alert(1)</script>";
        HttpResponse<String> answer = paper.get("/search?q=" + encoded(asked));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("<script>alert(1)");
        assertThat(Jsoup.parse(answer.body()).select("#q").val()).isEqualTo(asked);
    }

    @Test
    void nothing_asked_shows_the_form_and_odd_fields_do_no_harm() {
        assertThat(Jsoup.parse(paper.get("/search").body()).select("form[action=/search] #q"))
                .isNotEmpty();
        assertThat(paper.get("/search?q=budget&page=99999999999&sort=%00&section=" + encoded("' or 1=1"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void an_opinion_is_kept_and_thanked_for_by_a_redirect() {
        HttpResponse<String> kept = post(Map.of("about", story.path(), "opinion", WORDS));
        assertThat(kept.statusCode()).isEqualTo(303);
        assertThat(kept.headers().firstValue("Cache-Control")).contains("private, no-store");
        HttpResponse<String> thanks =
                paper.get(kept.headers().firstValue("Location").orElseThrow());
        Document page = Jsoup.parse(thanks.body());
        assertThat(page.select("[role=status]").text()).contains("Thank You");
        assertThat(page.select("a[href=" + story.path() + "]")).isNotEmpty();
        assertThat(thanks.headers().firstValue("Cache-Control")).contains("private, no-store");
        assertThat(paper.door(Opinions.class).newest(new Slice(1, 100)).entries())
                .anySatisfy(opinion -> assertThat(opinion.words()).isEqualTo(WORDS));
    }

    @Test
    void a_refused_opinion_comes_back_with_its_words_and_the_reason() {
        HttpResponse<String> refused = post(Map.of("about", story.path(), "opinion", "Too <i>short"));
        Document page = Jsoup.parse(refused.body());
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(page.select("[role=alert]").text()).contains("12").contains("30");
        assertThat(page.select("textarea[name=opinion]").val()).isEqualTo("Too <i>short");
        assertThat(page.select("input[name=about]").val()).isEqualTo(story.path());
        assertThat(post(Map.of("opinion", WORDS, "website", "x")).statusCode()).isEqualTo(422);
        assertThat(post(Map.of("opinion", WORDS, "about", "/nowhere")).statusCode())
                .isEqualTo(422);
    }

    @Test
    void a_form_on_a_strangers_page_sends_nothing() {
        HttpRequest.Builder request = request(Map.of("opinion", WORDS + " From elsewhere."));
        assertThat(paper.send(request.setHeader("Sec-Fetch-Site", "cross-site").build())
                        .statusCode())
                .isEqualTo(403);
        assertThat(paper.send(request(Map.of("opinion", WORDS + " From elsewhere."))
                                .setHeader("Origin", "https://elsewhere.test")
                                .build())
                        .statusCode())
                .isEqualTo(403);
        assertThat(paper.door(Opinions.class).newest(new Slice(1, 100)).entries())
                .noneSatisfy(opinion -> assertThat(opinion.words()).contains("From elsewhere"));
    }

    @Test
    void what_people_read_is_counted_by_story() {
        ReadCounts counts = paper.door(ReadCounts.class);
        counts.add(Map.of(story.path(), 3L, "/", 90L, "/news/2026/01/03/no-such-story", 5L, "nonsense", 1L));
        assertThat(counts.now()).extracting(Teaser::id).containsExactly(story.id());
    }

    private static HttpResponse<String> post(Map<String, String> fields) {
        return paper.send(request(fields).build());
    }

    private static HttpRequest.Builder request(Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(paper.at("/feedback"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
