package org.broadsheet.story.board;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.broadsheet.story.Address;
import org.broadsheet.story.State;
import org.broadsheet.story.sql.LatestRow;
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
                    section.map(part -> new Address(part, day.orElseThrow(), slug.orElseThrow())));
        }
    }

    @SqlQuery(ENTRY + "where true " + ON)
    List<Board.Entry> latest(Instant savedAt, long id, int most);

    @SqlQuery(ENTRY + "where s.state = :state " + ON)
    List<Board.Entry> latest(String state, Instant savedAt, long id, int most);

    @SqlQuery(ENTRY + "where to_tsvector('simple', v.headline) @@ websearch_to_tsquery('simple', :words) " + ON)
    List<Board.Entry> called(String words, Instant savedAt, long id, int most);

    @SqlQuery("""
            select s.state, s.latest, s.scheduled_for,
                   case when s.embargo > clock_timestamp() then s.embargo end as embargo, s.barred,
                   a.section, a.day, a.slug
              from story.story s
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

    @SqlQuery("""
            select v.story, v.number, s.state, v.headline, v.standfirst, v.body, v.section,
                   v.topics,
                   array(select t.name from unnest(v.topics) with ordinality as w(slug, place)
                           join story.topic t on t.slug = w.slug order by w.place) topic_names,
                   v.authors,
                   array(select a.name from unnest(v.authors) with ordinality as w(slug, place)
                           join story.author a on a.slug = w.slug order by w.place) author_names,
                   v.agency, v.dateline, v.language, v.reach, v.photograph
              from story.story s
              join story.version v on v.story = s.id
             where s.id = :id and v.number = :version
            """)
    Optional<LatestRow> version(long id, int version);
}
