package org.broadsheet.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.broadsheet.story.Reach;
import org.broadsheet.story.Section;
import org.broadsheet.story.Stories;
import org.broadsheet.story.StoryId;
import org.broadsheet.testing.Draft;
import org.broadsheet.testing.TestPaper;
import org.broadsheet.wire.Formats;
import org.broadsheet.wire.format.Outcome;
import org.broadsheet.wire.item.WireItem;
import org.broadsheet.wire.take.Taken;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Partners ask for the paper's own stories; what they get is read with the paper's own readers of agencies' formats. */
class SyndicationPageTest {
    private static final Instant NOON = Instant.parse("2026-01-03T05:00:00Z");
    private static final String SECRET = "the harbour board sold nine premium berths out of sight ";

    @RegisterExtension
    static final TestPaper paper =
            TestPaper.start(Map.of("BASE_URL", "https://paper.test", "NAME", "The <Test> & Record"));

    private static Stories stories;
    private static Partners partners;
    private static StoryId open;

    @BeforeAll
    static void print() {
        stories = paper.door(Stories.class);
        partners = paper.door(Partners.class);
        stories.section(new Section("news", "News & Views", 1));
        stories.section(new Section("sport", "Sport", 2));
        open = Draft.of("Open <story> & \"more\"")
                .standfirst("What it <is> & isn't.")
                .html("<p>First <a href=\"/news\">ours</a> &amp; more.<br>Line.</p><p>]]&gt; second</p>")
                .topics("Open Data")
                .by("Ana Wijaya", "Ben <O'Brien>")
                .print(stories, NOON);
        Draft.of("Guarded berths")
                .body(SECRET.repeat(30))
                .reaching(Reach.SUBSCRIBERS)
                .section("sport")
                .print(stories, NOON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"newsml", "ninjs", "rss"})
    void without_a_token_that_is_one_nothing_is_given(String format) {
        String token = partners.add("ended", List.of(), Partner.Bodies.WHOLE, NOON);
        assertThat(ask(format, "Bearer " + token).statusCode()).isEqualTo(200);
        assertThat(partners.remove("ended")).isTrue();
        for (String shown : List.of("", "Bearer " + token, "Bearer x", "Basic !", basic("ended", token), "Digest a")) {
            HttpResponse<String> answer = ask(format, shown);
            assertThat(answer.statusCode()).as(shown).isEqualTo(401);
            assertThat(answer.body()).doesNotContain("Open", "berths");
            assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"newsml", "ninjs"})
    void what_is_given_says_what_the_story_says(String format) {
        String token = partners.add("reader-" + format, List.of("news"), Partner.Bodies.OPEN, NOON);
        WireItem item = items(ask(format, "Bearer " + token)).stream()
                .filter(each -> each.guid().endsWith("story/" + open))
                .findFirst()
                .orElseThrow();
        // a reader of ninjs may take a headline for markup, whatever it is said to be
        assertThat(item.headline().orElseThrow()).startsWith("Open ").endsWith("& \"more\"");
        assertThat(item.status().word()).isEqualTo("usable");
        assertThat(item.language().map(Object::toString)).contains("en");
        assertThat(item.byline()).contains("Ana Wijaya, Ben <O'Brien>");
        assertThat(item.version()).contains(Long.toString(NOON.getEpochSecond()));
        assertThat(item.paragraphs().toString()).contains("First", "ours", "& more.", "]]> second");
    }

    @Test
    void rss_carries_the_text_and_takes_basic_authentication() throws Exception {
        String token = partners.add("blog", List.of("news"), Partner.Bodies.OPEN, NOON);
        HttpResponse<String> answer = ask("rss", basic("anybody", token));
        assertThat(answer.statusCode()).isEqualTo(200);
        SyndEntry entry = new SyndFeedInput()
                .build(new StringReader(answer.body())).getEntries().stream()
                        .filter(each -> each.getUri().endsWith("story/" + open))
                        .findFirst()
                        .orElseThrow();
        assertThat(entry.getTitle()).isEqualTo("Open <story> & \"more\"");
        assertThat(entry.getContents().getFirst().getValue()).contains("https://paper.test/news", "second");
    }

    @ParameterizedTest
    @ValueSource(strings = {"newsml", "ninjs", "rss"})
    void guarded_text_goes_to_those_whose_contract_says_so_and_no_further(String format) {
        String some = partners.add("some-" + format, List.of(), Partner.Bodies.OPEN, NOON);
        String all = partners.add("all-" + format, List.of(), Partner.Bodies.WHOLE, NOON);
        assertThat(ask(format, "Bearer " + some).body())
                .contains("Guarded berths")
                .doesNotContain("premium berths");
        assertThat(ask(format, "Bearer " + all).body()).contains("Guarded berths", "premium berths");
    }

    @Test
    void no_shared_cache_keeps_it_and_what_did_not_change_is_not_sent_again() {
        String token = partners.add("cache", List.of("sport"), Partner.Bodies.OPEN, NOON);
        HttpResponse<String> first = ask("ninjs", "Bearer " + token);
        assertThat(first.headers().firstValue("Cache-Control").orElseThrow()).contains("private");
        HttpRequest again = HttpRequest.newBuilder(paper.at("/syndication/ninjs"))
                .header("Authorization", "Bearer " + token)
                .header("If-None-Match", first.headers().firstValue("ETag").orElseThrow())
                .build();
        assertThat(paper.send(again).statusCode()).isEqualTo(304);
    }

    @Test
    void what_an_agency_sent_is_never_given() {
        StoryId taken = Draft.of("From an agency").print(stories, NOON.plusSeconds(5));
        WireItem item = items("[{\"uri\":\"a:1\",\"type\":\"text\",\"headlines\":[{\"value\":\"x\"}]}]")
                .getFirst();
        paper.door(Taken.class).standsOn(taken, "nord", item, NOON);
        String token = partners.add("agency", List.of(), Partner.Bodies.WHOLE, NOON);
        assertThat(ask("ninjs", "Bearer " + token).body())
                .contains("Guarded berths")
                .doesNotContain("From an agency");
    }

    @ParameterizedTest
    @ValueSource(strings = {"newsml", "ninjs", "rss"})
    void who_had_a_story_that_is_taken_back_is_told_and_nobody_else(String format) {
        StoryId wrong = Draft.of("Wrong " + format).print(stories, Instant.now());
        String had = partners.add("had-" + format, List.of(), Partner.Bodies.OPEN, NOON);
        String sport = partners.add("sport-" + format, List.of("sport"), Partner.Bodies.OPEN, NOON);
        HttpResponse<String> first = ask(format, "Bearer " + had);
        assertThat(first.body()).contains("Wrong " + format);
        HttpResponse<String> other = ask(format, "Bearer " + sport);
        assertThat(other.body()).doesNotContain("Wrong " + format);
        stories.withdraw(wrong, "It was never so.", Instant.now());
        String told = paper.send(request(next(first), had)).body();
        assertThat(told).contains("story/" + wrong, "It was never so.").doesNotContain("Wrong " + format);
        assertThat(told.toLowerCase(Locale.ROOT)).contains("canceled");
        if (!format.equals("rss")) {
            assertThat(items(told))
                    .filteredOn(item -> item.guid().endsWith("story/" + wrong))
                    .singleElement()
                    .satisfies(item -> assertThat(item.status().word()).isEqualTo("canceled"));
        }
        assertThat(paper.send(request(next(other), sport)).body()).doesNotContain("story/" + wrong);
        assertThat(ask(format, "Bearer " + had).body()).contains("It was never so.");
        assertThat(ask(format, "Bearer " + sport).body()).doesNotContain("It was never so.");
    }

    @Test
    void going_on_gives_what_is_new_and_again_what_stands_still_gives_the_same() {
        String token = partners.add("goes-on", List.of(), Partner.Bodies.OPEN, NOON);
        HttpResponse<String> first = ask("ninjs", "Bearer " + token);
        Draft.of("Later news").print(stories, Instant.now());
        HttpResponse<String> second = paper.send(request(next(first), token));
        assertThat(second.body()).contains("Later news").doesNotContain("Guarded berths");
        assertThat(partners.all())
                .filteredOn(each -> each.name().equals("goes-on"))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.asked()).isPresent();
                    assertThat(each.stories()).isGreaterThanOrEqualTo(2);
                });
    }

    @Test
    void a_place_that_no_answer_gave_and_a_section_that_is_none_are_refused_in_words() {
        String token = partners.add("wrong", List.of(), Partner.Bodies.OPEN, NOON);
        HttpResponse<String> answer = paper.send(request("/syndication/ninjs?after=yesterday", token));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("yesterday", "Link");
        assertThatThrownBy(() -> partners.add("x", List.of("nowhere"), Partner.Bodies.OPEN, NOON))
                .hasMessageContaining("nowhere")
                .hasMessageContaining("sport");
        assertThatThrownBy(() -> partners.add("No Name", List.of(), Partner.Bodies.OPEN, NOON))
                .hasMessageContaining("No Name");
    }

    private static HttpResponse<String> ask(String format, String authorization) {
        HttpRequest.Builder request = HttpRequest.newBuilder(paper.at("/syndication/" + format));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return paper.send(request.build());
    }

    private static HttpRequest request(String path, String token) {
        return HttpRequest.newBuilder(paper.at(path))
                .header("Authorization", "Bearer " + token)
                .build();
    }

    /** Where the answer says that it goes on, without scheme and host. */
    private static String next(HttpResponse<String> answer) {
        String link = answer.headers().firstValue("Link").orElseThrow();
        assertThat(link).startsWith("<https://paper.test/").endsWith(">; rel=\"next\"");
        return link.substring("<https://paper.test".length(), link.indexOf('>'));
    }

    private static String basic(String name, String token) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + token).getBytes(StandardCharsets.UTF_8));
    }

    private static List<WireItem> items(HttpResponse<String> answer) {
        return items(answer.body());
    }

    private static List<WireItem> items(String document) {
        Outcome outcome = Formats.read(document.getBytes(StandardCharsets.UTF_8));
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        return ((Outcome.Accepted) outcome).items();
    }
}
