package org.broadsheet.story.changes;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.broadsheet.base.db.NamedSql;
import org.broadsheet.story.sql.StoryMapper;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Component;

/** The paper's own stories, that is, those under no agency's name, by what changed last. */
@Component
public class Changes {
    private static final Comparator<Change> IN_TURN =
            Comparator.comparing(Change::at).thenComparing(change -> change.id().value());

    private final ChangeSql sql;

    Changes(Jdbi jdbi) {
        jdbi.registerRowMapper(new StoryMapper());
        this.sql = NamedSql.of(jdbi, ChangeSql.class);
    }

    /** Changes after that of this story at this moment, the oldest first; at most so many. Whatever was taken back is among them. */
    public List<Change> after(Instant at, long story, int most) {
        return Stream.<Change>concat(
                        sql.ownAfter(at, story, most).stream().map(Change.Printed::new),
                        sql.takenBackAfter(at, story, most).stream().map(ChangeSql.TakenBackRow::change))
                .sorted(IN_TURN)
                .limit(most)
                .toList();
    }

    /** The last changes, the newest first: of printed stories so many, of those taken back as many. @param sections none for all */
    public List<Change> latest(Collection<String> sections, int most) {
        return Stream.<Change>concat(
                        sql.ownLatest(sections.toArray(String[]::new), most).stream()
                                .map(Change.Printed::new),
                        sql.takenBackLatest(most).stream().map(ChangeSql.TakenBackRow::change))
                .sorted(IN_TURN.reversed())
                .toList();
    }
}
