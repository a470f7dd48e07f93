package org.broadsheet.story.board;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.broadsheet.story.Address;
import org.broadsheet.story.State;
import org.broadsheet.story.sql.LatestRow;
import org.broadsheet.story.sql.StorySql;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

interface BoardSql {

    String ENTRY = """
            select s.id, s.state, v.headline, v.section, v.reach, v.saved_by, s.saved_at, s.scheduled_for
              from story.story s
              join story.version v on v.story = s.id and v.number = s.latest
            """;

    String ON = """
             and (s.saved_at, s.id) < (:savedAt, :id)
             order by s.saved_at desc, s.id desc
             limit :most
            """;

    record StandingRow(
            String state,
            int latest,
            Optional<Instant> scheduledFor,
            Optional<Instant> embargo,
            Optional<String> barred,
            Optional<Integer> printed,
            Optional<String> section,
            Optional<LocalDate> day,
            Optional<String> slug) {
        Board.Standing standing() {
            return new Board.Standing(
                    State.of(state),
                    latest,
                    scheduledFor,
                    embargo,
                    barred,
                    printed,
                    section.map(part -> new Address(part, day.orElseThrow(), slug.orElseThrow())));
        }
    }

    @SqlQuery(ENTRY + "where true " + ON)
    List<Board.Entry> latest(Instant savedAt, long id, int most);

    @SqlQuery(ENTRY + "where s.state = :state " + ON)
    List<Board.Entry> latest(String state, Instant savedAt, long id, int most);

    @SqlQuery(ENTRY + "where to_tsvector('simple', v.headline) @@ websearch_to_tsquery('simple', :words) " + ON)
    List<Board.Entry> called(String words, Instant savedAt, long id, int most);

    @SqlQuery(ENTRY + "where v.photograph = :photograph " + ON)
    List<Board.Entry> showing(long photograph, Instant savedAt, long id, int most);

    @SqlQuery("""
            select s.state, s.latest, s.scheduled_for,
                   case when s.embargo > clock_timestamp() then s.embargo end as embargo, s.barred,
                   p.version as printed, a.section, a.day, a.slug
              from story.story s
              left join story.in_print p on p.story = s.id
              left join lateral (select section, day, slug
                                   from story.address
                                  where story = s.id
                                  order by given desc
                                  limit 1) a on true
             where s.id = :id
            """)
    Optional<StandingRow> standing(long id);

    @SqlQuery("""
            select number as version, saved_at as at, saved_by as by, headline
              from story.version
             where story = :id
             order by number desc
             limit :most
            """)
    List<Board.Save> versions(long id, int most);

    @SqlQuery(StorySql.COPY + " where s.id = :id and v.number = :version")
    Optional<LatestRow> version(long id, int version);
}
