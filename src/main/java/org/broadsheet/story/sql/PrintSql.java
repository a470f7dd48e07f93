package org.broadsheet.story.sql;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Putting a version before readers, and taking it back. */
public interface PrintSql {
    /** False when another story has it. Asking again for one's own is no harm. */
    @SqlQuery("""
            insert into story.address (section, day, slug, story, given)
            values (:section, :day, :slug, :story, :at)
            on conflict (section, day, slug) do update
               set given = excluded.given
             where address.story = excluded.story
            returning true
            """)
    Optional<Boolean> take(String section, LocalDate day, String slug, long story, Instant at);

    /** The address last given. */
    @SqlQuery("""
            select section, day, slug from story.address where story = :story order by given desc limit 1
            """)
    Optional<AddressRow> addressOf(long story);

    @SqlUpdate("""
            insert into story.in_print
              (story, version, section, section_name, day, slug, headline, standfirst,
               topics, topic_names, authors, author_names, agency, dateline, language, reach, photograph,
               minutes, words, published, updated, preview, body)
            select v.story, v.number, v.section, s.name, :day, :slug, v.headline, v.standfirst,
                   v.topics,
                   array(select t.name from unnest(v.topics) with ordinality as w(slug, place)
                           join story.topic t on t.slug = w.slug order by w.place),
                   v.authors,
                   array(select a.name from unnest(v.authors) with ordinality as w(slug, place)
                           join story.author a on a.slug = w.slug order by w.place),
                   v.agency, v.dateline, v.language, v.reach, v.photograph,
                   :minutes, :words, :published, :updated, :preview, v.body
              from story.version v
              join story.section s on s.slug = v.section
             where v.story = :story and v.number = :version
            on conflict (story) do update set
              version = excluded.version, section = excluded.section, section_name = excluded.section_name,
              day = excluded.day, slug = excluded.slug, headline = excluded.headline,
              standfirst = excluded.standfirst, topics = excluded.topics, topic_names = excluded.topic_names,
              authors = excluded.authors, author_names = excluded.author_names, agency = excluded.agency,
              dateline = excluded.dateline, language = excluded.language, reach = excluded.reach,
              photograph = excluded.photograph, minutes = excluded.minutes, words = excluded.words,
              updated = excluded.updated, preview = excluded.preview, body = excluded.body
            """)
    void print(@BindMethods Printing printing);

    /** As they will stand with this version, in its order. */
    @SqlQuery("""
            select t.name
              from story.version v, unnest(v.topics) with ordinality as w(slug, place)
              join story.topic t on t.slug = w.slug
             where v.story = :story and v.number = :version
             order by w.place
            """)
    List<String> topicNames(long story, int version);

    @SqlQuery("""
            select a.name
              from story.version v, unnest(v.authors) with ordinality as w(slug, place)
              join story.author a on a.slug = w.slug
             where v.story = :story and v.number = :version
             order by w.place
            """)
    List<String> authorNames(long story, int version);

    @SqlUpdate("delete from story.in_topic where story = :story")
    void leaveTopics(long story);

    @SqlUpdate("""
            insert into story.in_topic (topic, published, story)
            select unnest(topics), published, story from story.in_print where story = :story
            """)
    void joinTopics(long story);

    @SqlUpdate("delete from story.by_author where story = :story")
    void leaveAuthors(long story);

    @SqlUpdate("""
            insert into story.by_author (author, published, story)
            select unnest(authors), published, story from story.in_print where story = :story
            """)
    void joinAuthors(long story);

    @SqlUpdate("update story.in_print set updated = :at where story = :story")
    void touch(long story, Instant at);

    /** Where a printed story is shown, so that every place can be told. */
    @SqlQuery("select section, topics, authors from story.in_print where story = :story")
    Optional<Shown> shown(long story);

    @SqlUpdate("delete from story.in_print where story = :story")
    void takeBack(long story);
}
