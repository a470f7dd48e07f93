package org.broadsheet.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.broadsheet.base.Actor;
import org.broadsheet.base.Language;
import org.broadsheet.base.html.StoryHtml;
import org.broadsheet.story.Address;
import org.broadsheet.story.Byline;
import org.broadsheet.story.Copy;
import org.broadsheet.story.Printed;
import org.broadsheet.story.Reach;
import org.broadsheet.story.Section;
import org.broadsheet.story.Stories;
import org.broadsheet.story.StoryId;
import org.broadsheet.story.Topic;
import org.broadsheet.testing.TestPaper;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From the newsroom's door to what a reader gets over HTTP, by way of the page store. */
class PublishingPageTest {
    private static final Actor EDITOR = new Actor("an editor");
    private static final String PREMIUM = "paid words that nobody may see ";

    @RegisterExtension
    static final TestPaper paper = TestPaper.start();

    private static final Stories stories = paper.door(Stories.class);

    @BeforeAll
    static void sections() {
        stories.section(new Section("data", "Data", 1));
        stories.section(new Section("policy", "Policy", 2));
        soon("the section is in the paper", () -> status("/data") == 200);
    }

    @Test
    void what_is_printed_is_on_its_page_the_front_its_section_topic_and_author_at_once() {
        assertThat(status("/topics/open-data")).isIn(200, 404);
        String path =
                printed(copy("Harbour opens early", "data", Reach.EVERYONE)).path();
        for (String place : List.of(path, "/", "/data", "/topics/open-data", "/authors/ada-lovelace", "/feed.xml")) {
            soon("it is on " + place, () -> paper.get(place).body().contains("Harbour opens early"));
        }
    }

    @Test
    void an_update_replaces_what_was_kept() {
        StoryId id = stories.create(copy("Ferry late", "data", Reach.EVERYONE), EDITOR, Instant.now());
        String path = done(stories.print(id, Instant.now())).path();
        soon("it is there", () -> paper.get(path).body().contains("Ferry late"));
        stories.save(id, 1, copy("Ferry on time", "data", Reach.EVERYONE), EDITOR, Instant.now());
        stories.print(id, Instant.now());
        soon("it is updated", () -> paper.get(path).body().contains("Ferry on time"));
        soon("on the front too", () -> !paper.get("/").body().contains("Ferry late"));
    }

    @Test
    void a_scheduled_story_comes_out_by_itself() {
        StoryId id = stories.create(copy("At dawn", "data", Reach.EVERYONE), EDITOR, Instant.now());
        stories.schedule(id, Instant.now().plusSeconds(1));
        soon("it is printed", () -> paper.get("/data").body().contains("At dawn"));
    }

    @Test
    void withdrawn_its_address_says_gone_and_nothing_points_there() {
        StoryId id = stories.create(copy("Regretted report", "data", Reach.EVERYONE), EDITOR, Instant.now());
        String path = done(stories.print(id, Instant.now())).path();
        soon("it is on the front", () -> paper.get("/").body().contains("Regretted report"));
        stories.withdraw(id, "The figures were not ours to print.", Instant.now());
        soon("it is gone", () -> status(path) == 410);
        assertThat(paper.get(path).body()).contains("The figures were not ours to print.");
        for (String place : List.of("/", "/data", "/feed.xml")) {
            soon("not on " + place, () -> !paper.get(place).body().contains(path));
        }
    }

    @Test
    void an_old_address_leads_to_the_new_one() {
        StoryId id = stories.create(copy("Moving story", "data", Reach.EVERYONE), EDITOR, Instant.now());
        String before = done(stories.print(id, Instant.now())).path();
        stories.save(id, 1, copy("Moving story", "policy", Reach.EVERYONE), EDITOR, Instant.now());
        String after = done(stories.print(id, Instant.now())).path();
        soon("it redirects", () -> status(before) == 301);
        assertThat(paper.get(before).headers().firstValue("Location")).contains(after);
    }

    @Test
    void a_number_on_what_has_no_parts_leads_to_the_page_itself() {
        String path = printed(copy("Without parts", "data", Reach.EVERYONE)).path();
        soon("it is there", () -> status(path) == 200);
        assertThat(status(path + "?page=7")).isEqualTo(301);
        assertThat(paper.get(path + "?page=7").headers().firstValue("Location")).contains(path);
        assertThat(paper.get("/?page=2").headers().firstValue("Location")).contains("/");
    }

    @Test
    void a_story_for_subscribers_shows_its_beginning_and_no_shared_cache_may_keep_it() {
        String path =
                printed(copy("For those who pay", "data", Reach.SUBSCRIBERS)).path();
        soon("it is there", () -> status(path) == 200);
        HttpResponse<String> page = paper.get(path);
        assertThat(page.body()).contains("free beginning").doesNotContain("paid words");
        assertThat(page.headers().firstValue("Cache-Control")).contains("private, no-store");
        for (String place : List.of("/", "/data", "/feed.xml", "/atom.xml", "/feed.json", "/search?q=paid+words")) {
            assertThat(paper.get(place).body()).as(place).doesNotContain(PREMIUM.strip());
        }
    }

    /** Every other page may be kept past the day that the masthead says. */
    @Test
    void the_day_stands_on_the_front_alone() {
        String path = printed(copy("Day of the paper", "data", Reach.EVERYONE)).path();
        soon("it is there", () -> status(path) == 200);
        assertThat(Jsoup.parse(paper.get("/").body()).select(".masthead .today").text())
                .isNotEmpty();
        for (String place :
                List.of(path, "/data", "/topics/open-data", "/search?q=day", "/feedback", "/app", "/no-page")) {
            assertThat(Jsoup.parse(paper.get(place).body()).select(".masthead .today"))
                    .as(place)
                    .isEmpty();
        }
    }

    @Test
    void a_text_size_is_remembered_and_right_in_the_page_itself() {
        var answer = paper.send(HttpRequest.newBuilder(paper.at("/text-size"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("size=large&to=%2Fdata"))
                .build());
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/data");
        assertThat(answer.headers().firstValue("Set-Cookie").orElse("")).startsWith("text=large;");
        var page = paper.send(HttpRequest.newBuilder(paper.at("/data"))
                .header("Cookie", "text=large")
                .build());
        assertThat(page.body()).contains("data-text=\"large\"");
    }

    @Test
    void a_browser_that_has_the_papers_letters_is_sent_a_page_that_names_them() {
        assertThat(paper.get("/data").body()).doesNotContain("data-letters", "as=\"font\"");
        var page = paper.send(HttpRequest.newBuilder(paper.at("/data"))
                .header("Cookie", "letters=own; text=large")
                .build());
        assertThat(page.body()).contains("data-text=\"large\" data-letters=\"own\"", "as=\"font\"");
    }

    @Test
    void nobody_is_sent_elsewhere_by_the_text_size() {
        var answer = paper.send(HttpRequest.newBuilder(paper.at("/text-size"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("size=large&to=%2F%2Felsewhere.test%2F"))
                .build());
        assertThat(answer.headers().firstValue("Location")).contains("/");
    }

    private static Copy copy(String headline, String section, Reach reach) {
        return new Copy(
                headline,
                "What it says in one sentence.",
                StoryHtml.clean("<p>The free beginning.</p><p>"
                        + (reach == Reach.SUBSCRIBERS ? PREMIUM : "words for everyone ").repeat(30) + "</p>"),
                section,
                List.of(new Topic("open-data", "Open data")),
                List.of(Byline.of("Ada Lovelace")),
                Optional.empty(),
                Optional.empty(),
                Language.ENGLISH,
                reach,
                Optional.empty());
    }

    private static Address printed(Copy copy) {
        return done(stories.print(stories.create(copy, EDITOR, Instant.now()), Instant.now()));
    }

    private static Address done(Printed printed) {
        assertThat(printed).isInstanceOf(Printed.Done.class);
        return ((Printed.Done) printed).address();
    }

    private static int status(String path) {
        return paper.get(path).statusCode();
    }

    /** Change notices take milliseconds; the limit is only there so that a failure ends. */
    private static void soon(String what, BooleanSupplier holds) {
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (!holds.getAsBoolean()) {
            assertThat(Instant.now()).as(what).isBefore(end);
            Thread.onSpinWait();
        }
    }
}
