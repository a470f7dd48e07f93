package org.broadsheet.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.search.ArchiveRooms.NOON;
import static org.broadsheet.search.ArchiveRooms.ids;
import static org.broadsheet.search.ArchiveRooms.results;

import org.broadsheet.story.Reach;
import org.broadsheet.story.Stories;
import org.broadsheet.story.StoryId;
import org.broadsheet.testing.Draft;
import org.broadsheet.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveIndexSqlTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static final ArchiveRooms rooms = ArchiveRooms.on(database);
    private static final Stories stories = rooms.stories();
    private static final ArchiveIndex index = rooms.index();

    @BeforeEach
    void empty() {
        ArchiveRooms.empty(database);
    }

    @ParameterizedTest
    @ValueSource(strings = {"METERED", "SUBSCRIBERS"})
    void the_body_of_a_story_that_is_not_for_everyone_is_neither_found_nor_shown_nor_suggested(Reach reach) {
        Draft draft = Draft.of("Open headline")
                .standfirst("Open standfirst")
                .body("secretword hidden zanzibarian phrase ".repeat(20))
                .reaching(reach);
        StoryId id = draft.print(stories, NOON);
        assertThat(ids(search("headline"))).containsExactly(id);
        assertThat(results(search("headline")).hits().getFirst().snippet()).isEmpty();
        assertThat(ids(search("secretword"))).isEmpty();
        assertThat(results(search("zanzibarain")).readAs()).isEmpty();
        assertThat(kept()).doesNotContain("secretword").doesNotContain("zanzibar");
        draft.reaching(Reach.EVERYONE).printOver(stories, id, 1, NOON);
        assertThat(ids(search("secretword"))).containsExactly(id);
        draft.printOver(stories, id, 2, NOON);
        assertThat(ids(search("secretword"))).isEmpty();
        assertThat(results(search("zanzibarain")).readAs()).isEmpty();
    }

    @Test
    void the_index_follows_the_paper_in_the_same_transaction() {
        StoryId id = Draft.of("First headline").print(stories, NOON);
        Draft.of("Second headline").printOver(stories, id, 1, NOON.plusSeconds(60));
        assertThat(ids(search("first"))).isEmpty();
        assertThat(ids(search("second"))).containsExactly(id);
        stories.withdraw(id, "It was wrong.", NOON.plusSeconds(120));
        assertThat(ids(search("second"))).isEmpty();
        assertThat(index.drift()).isEqualTo(new ArchiveIndex.Drift(0, 0, 0));
    }

    @Test
    void a_lost_index_is_noticed_and_made_again() {
        StoryId one = Draft.of("Budget one").print(stories, NOON);
        StoryId two = Draft.of("Budget two").print(stories, NOON);
        database.jdbi().useHandle(handle -> {
            handle.execute("delete from search.story where story_id = ?", one.value());
            handle.execute("update search.story set reach = 'metered' where story_id = ?", two.value());
            handle.execute(
                    "insert into search.story select 999, config, section, reach, published, updated, words, headline, body from search.story");
            handle.execute("delete from search.word");
        });
        assertThat(index.drift()).isEqualTo(new ArchiveIndex.Drift(1, 1, 1));
        assertThat(index.rebuild(done -> {})).isEqualTo(2);
        assertThat(index.drift().isNone()).isTrue();
        assertThat(ids(search("budget"))).containsExactlyInAnyOrder(one, two);
        assertThat(results(search("budgte")).readAs()).contains("budget");
    }

    @Test
    void words_that_no_story_has_any_more_are_not_suggested() {
        StoryId id = Draft.of("Government").print(stories, NOON);
        stories.withdraw(id, "", NOON);
        assertThat(results(search("goverment")).readAs()).isEmpty();
    }

    private static Answer search(String text) {
        return rooms.search(text);
    }

    /** Everything that the index holds, as text. */
    private static String kept() {
        return database.jdbi()
                .withHandle(
                        handle -> handle.createQuery("""
                                select coalesce(string_agg(cast(s as text), ' '), '')
                                    || coalesce((select string_agg(word, ' ') from search.word), '')
                                  from search.story s
                                """).mapTo(String.class).one());
    }
}
