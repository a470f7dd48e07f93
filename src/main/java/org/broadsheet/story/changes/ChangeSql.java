package org.broadsheet.story.changes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.broadsheet.story.Address;
import org.broadsheet.story.Story;
import org.broadsheet.story.StoryId;
import org.broadsheet.story.sql.InPrintSql;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

interface ChangeSql {

    record TakenBackRow(long id, String section, LocalDate day, String slug, Instant at, String notice) {
        Change.TakenBack change() {
            return new Change.TakenBack(new StoryId(id), new Address(section, day, slug), at, notice);
        }
    }

    @SqlQuery("select " + InPrintSql.STORY + """
             from story.in_print p
             where p.agency is null and (p.updated, p.story) > (:at, :story)
             order by p.updated, p.story
             limit :most
            """)
    List<Story> ownAfter(Instant at, long story, int most);

    @SqlQuery("select " + InPrintSql.STORY + """
             from story.in_print p
             where p.agency is null and (cardinality(:sections::text[]) = 0 or p.section = any(:sections::text[]))
             order by p.updated desc, p.story desc
             limit :most
            """)
    List<Story> ownLatest(String[] sections, int most);

    String TAKEN_BACK = """
            select s.id, a.section, a.day, a.slug, s.withdrawn_at at, s.notice
              from story.story s
              join lateral (select section, day, slug
                              from story.address
                             where story = s.id
                             order by given desc
                             limit 1) a on true
            """;

    @SqlQuery(TAKEN_BACK + """
             where s.state = 'withdrawn' and (s.withdrawn_at, s.id) > (:at, :story)
             order by s.withdrawn_at, s.id
             limit :most
            """)
    List<TakenBackRow> takenBackAfter(Instant at, long story, int most);

    @SqlQuery(TAKEN_BACK + """
             where s.state = 'withdrawn'
             order by s.withdrawn_at desc
             limit :most
            """)
    List<TakenBackRow> takenBackLatest(int most);
}
