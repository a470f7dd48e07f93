package org.broadsheet.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.broadsheet.base.Settings;
import org.broadsheet.base.db.ChangeNotices;
import org.broadsheet.story.InPrint;
import org.broadsheet.story.Section;
import org.broadsheet.story.Stories;
import org.broadsheet.story.StoryId;
import org.broadsheet.story.press.Press;
import org.broadsheet.testing.TestDatabase;
import org.springframework.context.annotation.Bean;

/** The rooms that a test of the archive needs, on a database of its own, at noon of one day. */
record ArchiveRooms(Stories stories, Archive archive, ArchiveIndex index) {
    static final Instant NOON = Instant.parse("2026-01-03T05:00:00Z");

    /** No {@code @Configuration}: the scan of the whole paper would take it for its settings in other tests. */
    static class Wiring {
        @Bean
        Settings settings() {
            return Settings.load(Map.of());
        }
    }

    static ArchiveRooms on(TestDatabase database) {
        ArchiveRooms rooms = database.doorAt(
                () -> NOON,
                ArchiveRooms.class,
                Wiring.class,
                Stories.class,
                Press.class,
                ChangeNotices.class,
                InPrint.class,
                Archive.class,
                ArchiveIndex.class);
        rooms.stories().section(new Section("news", "News", 1));
        rooms.stories().section(new Section("sport", "Sport", 2));
        return rooms;
    }

    static void empty(TestDatabase database) {
        database.jdbi()
                .useHandle(handle -> handle.execute(
                        "truncate story.story, search.story, search.word, story.in_print restart identity cascade"));
    }

    Answer search(String text) {
        return archive.search(Query.of(text));
    }

    static Answer.Results results(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Results.class);
        return (Answer.Results) answer;
    }

    static List<StoryId> ids(Answer answer) {
        return results(answer).hits().stream().map(hit -> hit.teaser().id()).toList();
    }
}
