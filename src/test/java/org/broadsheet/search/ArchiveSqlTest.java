package org.broadsheet.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.search.ArchiveRooms.NOON;
import static org.broadsheet.search.ArchiveRooms.ids;
import static org.broadsheet.search.ArchiveRooms.results;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.broadsheet.base.Language;
import org.broadsheet.story.Stories;
import org.broadsheet.story.StoryId;
import org.broadsheet.testing.Draft;
import org.broadsheet.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchiveSqlTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static final ArchiveRooms rooms = ArchiveRooms.on(database);
    private static final Stories stories = rooms.stories();
    private static final Archive archive = rooms.archive();

    @BeforeEach
    void empty() {
        ArchiveRooms.empty(database);
    }

    @ParameterizedTest
    @CsvSource({
        "universities, The university opens its archive",
        "running, Voters run out of patience",
        "POLICIES, A new policy for data",
        "cafe, The Café on the corner",
        "u.s., Agencies of the U.S. agree",
        "who, The Who play again",
        "covid-19, Covid-19 figures published",
    })
    void finds_words_by_their_stems_accents_and_case(String asked, String headline) {
        StoryId id = Draft.of(headline).print(stories, NOON);
        Draft.of("Something else entirely").print(stories, NOON);
        assertThat(ids(search(asked))).containsExactly(id);
    }

    @ParameterizedTest
    @CsvSource({"membaca, Bacaan anak di perpustakaan", "perpustakaan, Pustaka baru", "pemerintah, Perintah gubernur"})
    void finds_indonesian_words_by_their_stems(String asked, String headline) {
        StoryId id = Draft.of(headline).in(Language.INDONESIAN).print(stories, NOON);
        assertThat(ids(search(asked))).containsExactly(id);
    }

    @Test
    void stories_in_other_languages_are_found_by_their_words_as_they_are() {
        StoryId id = Draft.of("東京で会議").in(new Language("ja")).print(stories, NOON);
        StoryId greek = Draft.of("Η Αθήνα σήμερα").in(new Language("el")).print(stories, NOON);
        assertThat(ids(search("東京"))).containsExactly(id);
        assertThat(ids(search("αθηνα"))).containsExactly(greek);
    }

    @Test
    void phrases_exclusions_and_alternatives_mean_what_readers_mean() {
        StoryId care = Draft.of("Health care reform").print(stories, NOON);
        StoryId mixed = Draft.of("Care for public health").print(stories, NOON);
        StoryId flood = Draft.of("Flood in the north").print(stories, NOON);
        assertThat(ids(search("\"health care\""))).containsExactly(care);
        assertThat(ids(search("health -reform"))).containsExactly(mixed);
        assertThat(ids(search("reform or flood"))).containsExactlyInAnyOrder(care, flood);
        assertThat(search("-reform")).isEqualTo(new Answer.NothingAsked());
        assertThat(search(" \" - \u0000 ")).isEqualTo(new Answer.NothingAsked());
    }

    @Test
    void a_headline_counts_more_than_a_standfirst_and_that_more_than_a_body() {
        StoryId body = Draft.of("One").body("It was about budgets.").print(stories, NOON);
        StoryId byline = Draft.of("Two").topics("Budgets").print(stories, NOON);
        StoryId standfirst = Draft.of("Three").standfirst("Of budgets.").print(stories, NOON);
        StoryId headline = Draft.of("Budgets").print(stories, NOON);
        assertThat(ids(search("budget"))).containsExactly(headline, standfirst, byline, body);
    }

    @Test
    void newest_first_when_asked_for_and_of_equals_the_newest_is_best() {
        StoryId old = Draft.of("Budgets and budgets").print(stories, NOON.minus(Duration.ofDays(900)));
        StoryId later = Draft.of("A budget").print(stories, NOON.minus(Duration.ofDays(2)));
        Query newest = new Query(
                "budget",
                Query.Order.NEWEST,
                Query.Spelling.FORGIVEN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1);
        assertThat(ids(archive.search(newest))).containsExactly(later, old);
        StoryId twin = Draft.of("A budget").print(stories, NOON.minus(Duration.ofDays(1)));
        assertThat(ids(search("budget")).indexOf(twin))
                .isLessThan(ids(search("budget")).indexOf(later));
    }

    @Test
    void keeps_to_a_section_and_a_time() {
        StoryId news = Draft.of("Budget of today").print(stories, NOON);
        StoryId sport =
                Draft.of("Budget of the league").section("sport").print(stories, NOON.minus(Duration.ofDays(40)));
        assertThat(ids(archive.search(within(Optional.of("sport"), Optional.empty(), Optional.empty()))))
                .containsExactly(sport);
        assertThat(ids(archive.search(
                        within(Optional.empty(), Optional.of(NOON.minus(Duration.ofDays(1))), Optional.empty()))))
                .containsExactly(news);
        assertThat(ids(archive.search(within(Optional.empty(), Optional.empty(), Optional.of(NOON)))))
                .containsExactly(sport);
    }

    @ParameterizedTest
    @CsvSource({
        "goverment, government",
        "pubilc, public",
        "helath, health",
        "polise, police",
        "informaton, information",
        "pemerinta, pemerintah",
        "\"pubilc helath\" -tax, \"public health\" -tax",
    })
    void a_misspelt_question_is_read_as_the_one_that_was_meant(String asked, String meant) {
        for (int i = 0; i < 3; i++) {
            Draft.of("Government information on public health, police and pemerintah " + i)
                    .print(stories, NOON);
        }
        Answer.Results results = results(search(asked));
        assertThat(results.readAs()).contains(meant);
        assertThat(results.hits()).hasSize(3);
        Query asTyped = new Query(
                asked,
                Query.Order.BEST,
                Query.Spelling.AS_TYPED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1);
        assertThat(results(archive.search(asTyped)).hits()).isEmpty();
    }

    @Test
    void a_question_that_hardly_finds_anything_is_answered_and_another_is_suggested() {
        for (int i = 0; i < 12; i++) {
            Draft.of("Government number " + i).print(stories, NOON);
        }
        StoryId misspelt = Draft.of("Goverment says sorry").print(stories, NOON);
        Answer.Results results = results(search("goverment"));
        assertThat(results.hits()).extracting(hit -> hit.teaser().id()).containsExactly(misspelt);
        assertThat(results.readAs()).isEmpty();
        assertThat(results.suggested()).contains("government");
    }

    @Test
    void marks_what_was_found_and_cuts_a_snippet_around_it() {
        String filler = "Nothing of interest is said in this sentence. ".repeat(30);
        Draft.of("The city’s budgets & <b>plans</b>")
                .standfirst("A standfirst without it.")
                .body(filler + "Then the mayor's Budgeting office explained a budget. " + filler)
                .print(stories, NOON);
        Hit hit = results(search("budgets mayor")).hits().getFirst();
        assertThat(hit.headline().text()).isEqualTo("The city’s budgets & <b>plans</b>");
        assertThat(marked(hit.headline())).containsExactly("budgets");
        assertThat(hit.standfirst().isMarked()).isFalse();
        Passage snippet = hit.snippet().orElseThrow();
        assertThat(marked(snippet)).containsExactly("mayor", "Budgeting", "budget");
        assertThat(snippet.text()).startsWith("… ").endsWith(" …").hasSizeLessThan(400);
    }

    @Test
    void pages_follow_each_other_and_end() {
        for (int i = 0; i < 45; i++) {
            Draft.of("Budget number " + i).print(stories, NOON.plusSeconds(i));
        }
        Answer.Results first = results(search("budget"));
        Answer.Results third = results(archive.search(Query.of("budget").page(3)));
        assertThat(first.total()).isEqualTo(45);
        assertThat(first.hits()).hasSize(20);
        assertThat(first.more()).isTrue();
        assertThat(third.hits()).hasSize(5).doesNotContainAnyElementsOf(first.hits());
        assertThat(third.more()).isFalse();
        assertThat(results(archive.search(Query.of("budget").page(50))).hits()).isEmpty();
    }

    private static Query within(Optional<String> section, Optional<Instant> from, Optional<Instant> until) {
        return new Query("budget", Query.Order.BEST, Query.Spelling.FORGIVEN, section, from, until, 1);
    }

    private static Answer search(String text) {
        return rooms.search(text);
    }

    private static List<String> marked(Passage passage) {
        return passage.pieces().stream()
                .filter(Passage.Piece::found)
                .map(Passage.Piece::text)
                .toList();
    }
}
