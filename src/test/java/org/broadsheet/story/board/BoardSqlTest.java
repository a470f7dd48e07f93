package org.broadsheet.story.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.base.Actor;
import org.broadsheet.base.Settings;
import org.broadsheet.base.db.ChangeNotices;
import org.broadsheet.base.db.Keyset;
import org.broadsheet.story.Copy;
import org.broadsheet.story.Printed;
import org.broadsheet.story.Section;
import org.broadsheet.story.State;
import org.broadsheet.story.Stories;
import org.broadsheet.story.StoryId;
import org.broadsheet.story.press.Press;
import org.broadsheet.testing.Draft;
import org.broadsheet.testing.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.context.annotation.Bean;

class BoardSqlTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Actor ANA = new Actor("Ana");
    private static final Actor BEN = new Actor("Ben");

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static Stories stories;
    private static final Board board = database.door(Board.class);

    @BeforeAll
    static void sections() {
        stories = database.door(Stories.class, Press.class, ChangeNotices.class, Here.class);
        stories.section(new Section("news", "News", 1));
    }

    @Test
    void the_story_saved_last_comes_first_and_is_called_what_it_is_called_now() {
        Instant late = NOON.plusSeconds(900_000);
        StoryId first = make("Harbour gets a crane", late);
        StoryId second = make("Council votes on Tuesday", late.plusSeconds(60));
        assertThat(ids(board.latest(Keyset.TOP, 2))).containsExactly(second, first);

        stories.save(first, 1, copy("Harbour gets two cranes"), BEN, late.plusSeconds(120));
        Board.Entry newest = board.latest(Keyset.TOP, 1).getFirst();
        assertThat(newest.id()).isEqualTo(first);
        assertThat(newest.headline()).isEqualTo("Harbour gets two cranes");
        assertThat(newest.savedBy()).isEqualTo("Ben");
        assertThat(newest.savedAt()).isEqualTo(late.plusSeconds(120));
        assertThat(ids(board.called("two cranes", Keyset.TOP, 10))).containsExactly(first);
        assertThat(board.called("a crane", Keyset.TOP, 10)).isEmpty();
        assertThat(board.called("'\" <-> ! & )", Keyset.TOP, 10)).isEmpty();
    }

    @Test
    void pages_follow_each_other_without_a_gap_and_without_anything_twice() {
        Instant same = NOON.plusSeconds(9_000);
        List<StoryId> made = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            made.add(make("Zebra number " + i, same));
        }
        List<StoryId> seen = new ArrayList<>();
        Keyset place = Keyset.TOP;
        List<Board.Entry> page = board.called("zebra", place, 3);
        while (!page.isEmpty()) {
            seen.addAll(ids(page));
            place = Keyset.of(page.getLast().place().text()).orElseThrow();
            page = board.called("zebra", place, 3);
        }
        assertThat(seen).containsExactlyElementsOf(made.reversed());
        assertThat(Keyset.of("what somebody typed")).isEmpty();
    }

    @Test
    void where_a_story_stands_is_told_with_its_address() {
        StoryId id = make("Ferry sinks at its berth", NOON);
        assertThat(board.standing(id).orElseThrow().address()).isEmpty();
        stories.schedule(id, NOON.plusSeconds(500));
        assertThat(board.standing(id).orElseThrow().scheduledFor()).contains(NOON.plusSeconds(500));
        assertThat(ids(board.latest(State.SCHEDULED, Keyset.TOP, 9))).containsExactly(id);
        Printed printed = stories.print(id, NOON);
        Board.Standing standing = board.standing(id).orElseThrow();
        assertThat(standing.state()).isEqualTo(State.PUBLISHED);
        assertThat(printed).isEqualTo(new Printed.Done(standing.address().orElseThrow()));
        assertThat(board.latest(State.SCHEDULED, Keyset.TOP, 9)).isEmpty();
        assertThat(board.standing(new StoryId(987_654))).isEmpty();
    }

    @Test
    void a_story_is_made_once_for_each_name() {
        Stories.Made made = stories.createOnce("a form", copy("Pressed twice"), ANA, NOON);
        Stories.Made again = stories.createOnce("a form", copy("Pressed twice"), ANA, NOON);
        assertThat(made.isNew()).isTrue();
        assertThat(again).isEqualTo(new Stories.Made(made.id(), false));
        assertThat(board.versions(made.id())).hasSize(1);
        assertThat(stories.createOnce("another form", copy("Pressed twice"), ANA, NOON)
                        .isNew())
                .isTrue();
    }

    @Test
    void every_version_can_be_had_again_as_it_was() {
        StoryId id = make("One word", NOON);
        stories.save(id, 1, copy("Another word"), BEN, NOON.plusSeconds(5));
        assertThat(board.versions(id))
                .containsExactly(
                        new Board.Save(2, NOON.plusSeconds(5), "Ben", "Another word"),
                        new Board.Save(1, NOON, "Ana", "One word"));
        assertThat(board.version(id, 1)).contains(copy("One word"));
        assertThat(board.version(id, 3)).isEqualTo(Optional.empty());
    }

    private static StoryId make(String headline, Instant at) {
        return stories.create(copy(headline), ANA, at);
    }

    private static Copy copy(String headline) {
        return Draft.of(headline)
                .body("Words about it.")
                .by("Ana Wijaya")
                .topics("Harbour")
                .copy();
    }

    private static List<StoryId> ids(List<Board.Entry> entries) {
        return entries.stream().map(Board.Entry::id).toList();
    }

    static class Here {
        @Bean
        Settings settings() {
            return Settings.load(Map.of("BROADSHEET_ZONE", "Asia/Jakarta", "BROADSHEET_DATA", "target/test-data"));
        }
    }
}
