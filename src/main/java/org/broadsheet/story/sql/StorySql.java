package org.broadsheet.story.sql;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.broadsheet.story.Byline;
import org.broadsheet.story.Section;
import org.broadsheet.story.Topic;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Stories as the newsroom has them: states and versions. */
public interface StorySql {
    @SqlQuery("""
            insert into story.story (state, latest, made_at, saved_at)
            values ('draft', 1, :at, :at)
            returning id
            """)
    long make(Instant at);

    /** Nothing where one was made under this name before. */
    @SqlQuery("""
            insert into story.story (state, latest, made_at, saved_at, made_under)
            values ('draft', 1, :at, :at, :name)
            on conflict (made_under) do nothing
            returning id
            """)
    Optional<Long> make(String name, Instant at);

    @SqlQuery("select id from story.story where made_under = :name")
    long madeUnder(String name);

    @SqlUpdate("""
            insert into story.version
              (story, number, saved_at, saved_by, headline, standfirst, body, section, topics, authors,
               agency, dateline, language, reach, photograph)
            values
              (:story, :number, :savedAt, :savedBy, :headline, :standfirst, :body, :section, :topics, :authors,
               :agency, :dateline, :language, :reach, :photograph)
            on conflict do nothing
            """)
    boolean keep(@BindMethods VersionRow version);

    @SqlUpdate("""
            update story.story set latest = :version, saved_at = :at where id = :id and latest = :version - 1
            """)
    boolean advance(long id, int version, Instant at);

    /** Held until the transaction ends. An embargo that has ended is none. */
    @SqlQuery("""
            select id, state, latest, first_printed, scheduled_for,
                   case when embargo > clock_timestamp() then embargo end as embargo, barred
              from story.story
             where id = :id
               for update
            """)
    Optional<StoryRow> lock(long id);

    @SqlUpdate("update story.story set embargo = :until where id = :id")
    void embargo(long id, Optional<Instant> until);

    @SqlUpdate("update story.story set barred = :why where id = :id")
    void bar(long id, Optional<String> why);

    @SqlQuery("""
            select story, number, saved_at, saved_by, headline, standfirst, body, section, topics, authors,
                   agency, dateline, language, reach, photograph
              from story.version
             where story = :id and number = :version
            """)
    Optional<VersionRow> version(long id, int version);

    @SqlQuery("""
            select story, number, saved_at, saved_by, headline, standfirst, body, section, topics, authors,
                   agency, dateline, language, reach, photograph
              from story.version
             where story = :id
             order by number
            """)
    List<VersionRow> versions(long id);

    /** A version as it is read, of a story {@code s} and its version {@code v}. */
    String COPY = """
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
            """;

    /** The latest version, the story held until the transaction ends. */
    @SqlQuery(COPY + """
             where s.id = :id and v.number = s.latest
               for update of s
            """)
    Optional<LatestRow> latest(long id);

    @SqlUpdate("""
            update story.story
               set state = :state, scheduled_for = :when, withdrawn_at = null, notice = ''
             where id = :id
            """)
    void wait(long id, String state, Optional<Instant> when);

    @SqlUpdate("""
            update story.story
               set state = 'published', scheduled_for = null, withdrawn_at = null, notice = '',
                   first_printed = coalesce(first_printed, :at)
             where id = :id
            """)
    void printed(long id, Instant at);

    @SqlUpdate("""
            update story.story
               set state = 'withdrawn', scheduled_for = null, withdrawn_at = :at, notice = :notice
             where id = :id
            """)
    void withdrawn(long id, Instant at, String notice);

    /** Stories whose time has come, each given to one asker only, however many ask at once. */
    @SqlQuery("""
            select id from story.story
             where state = 'scheduled' and scheduled_for <= :now
               and (embargo is null or embargo <= clock_timestamp())
             order by scheduled_for, id
             limit 100
               for update skip locked
            """)
    List<Long> due(Instant now);

    @SqlUpdate("""
            insert into story.correction (story, noted_at, noted_by, note) values (:id, :at, :by, :note)
            """)
    void correct(long id, Instant at, String by, String note);

    @SqlBatch("""
            insert into story.topic (slug, name) values (:slug, :name) on conflict do nothing
            """)
    void topics(@BindMethods List<Topic> topics);

    @SqlBatch("""
            insert into story.author (slug, name) values (:slug, :name) on conflict do nothing
            """)
    void authors(@BindMethods List<Byline> authors);

    @SqlUpdate("""
            insert into story.section (slug, name, position) values (:slug, :name, :position)
            on conflict (slug) do update set name = excluded.name, position = excluded.position
            """)
    void section(@BindMethods Section section);

    @SqlQuery("select exists (select from story.section where slug = :slug)")
    boolean hasSection(String slug);
}
