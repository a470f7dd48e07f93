package org.broadsheet.story.sql;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.broadsheet.story.Byline;
import org.broadsheet.story.InPrint;
import org.broadsheet.story.Mention;
import org.broadsheet.story.Section;
import org.broadsheet.story.Story;
import org.broadsheet.story.Teaser;
import org.broadsheet.story.Topic;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** What readers see. Lists never touch a body. */
public interface InPrintSql {
    String TEASER = """
            p.story, p.section, p.section_name, p.day, p.slug, p.headline, p.standfirst, p.topics, p.topic_names,
            p.authors, p.author_names, p.agency, p.dateline, p.language, p.reach, p.photograph, p.minutes,
            p.published, p.updated
            """;

    String STORY = TEASER + """
            , p.version, p.words, p.preview, p.body,
            array(select c.noted_at from story.correction c where c.story = p.story order by c.noted_at) correction_times,
            array(select c.note from story.correction c where c.story = p.story order by c.noted_at) correction_notes
            """;

    String AT =
            "select " + STORY + " from story.in_print p where p.section = :section and p.day = :day and p.slug = :slug";

    @SqlQuery(AT)
    Optional<Story> at(String section, LocalDate day, String slug);

    String EARLIER = """
            select e.story, e.section, e.day, e.slug, e.headline, e.reach, e.published
              from story.in_print here,
                   lateral (select t.story, t.section, t.day, t.slug, t.headline, t.reach, t.published
                              from story.in_topic t
                             where t.topic = here.topics[1] and t.published < here.published
                             order by t.published desc, t.story desc
                             limit :most) e
             where here.section = :section and here.day = :day and here.slug = :slug
             order by e.published desc, e.story desc
            """;

    /** {@link #AT} of many addresses at once, each with its place among those asked for; days in ISO 8601. */
    String ALL_AT = "select a.place, " + STORY + """
             from rows from (unnest(:sections::text[]), unnest(:days::text[]::date[]), unnest(:slugs::text[]))
                  with ordinality as a (section, day, slug, place)
             join story.in_print p on p.section = a.section and p.day = a.day and p.slug = a.slug
            """;

    @SqlQuery(ALL_AT)
    List<Story> allAt(String[] sections, String[] days, String[] slugs);

    /** {@link #EARLIER} likewise. */
    String ALL_EARLIER = """
            select a.place, e.story, e.section, e.day, e.slug, e.headline, e.reach, e.published
              from rows from (unnest(:sections::text[]), unnest(:days::text[]::date[]), unnest(:slugs::text[]))
                   with ordinality as a (section, day, slug, place)
              join story.in_print here on here.section = a.section and here.day = a.day and here.slug = a.slug,
                   lateral (select t.story, t.section, t.day, t.slug, t.headline, t.reach, t.published
                              from story.in_topic t
                             where t.topic = here.topics[1] and t.published < here.published
                             order by t.published desc, t.story desc
                             limit :most) e
             order by a.place, e.published desc, e.story desc
            """;

    @SqlQuery(ALL_EARLIER)
    List<Mention> allEarlier(String[] sections, String[] days, String[] slugs, int most);

    /** Older stories of the first topic of the story at an address, newest first. */
    @SqlQuery(EARLIER)
    List<Mention> earlierThan(int most, String section, LocalDate day, String slug);

    @SqlQuery("select story from story.in_print where section = :section and day = :day and slug = :slug")
    Optional<Long> numberAt(String section, LocalDate day, String slug);

    /** Of many addresses at once, days in ISO 8601. */
    @SqlQuery("""
            select p.section, p.day, p.slug, p.story
              from rows from (unnest(:sections::text[]), unnest(:days::text[]::date[]), unnest(:slugs::text[]))
                   as asked (section, day, slug)
              join story.in_print p using (section, day, slug)
            """)
    List<NumberRow> numbersAt(String[] sections, String[] days, String[] slugs);

    @SqlQuery("select " + STORY
            + " from story.in_print p where p.story = any(:ids) order by p.published desc, p.story desc")
    List<Story> stories(long[] ids);

    @SqlQuery("select " + STORY + " from story.in_print p order by p.published desc, p.story desc limit :most")
    List<Story> latestStories(int most);

    @SqlQuery("select " + STORY
            + " from story.in_print p where p.section = :section order by p.published desc, p.story desc limit :most")
    List<Story> latestStories(String section, int most);

    /** The newest address of the story that once stood at this one, if readers can see it. */
    @SqlQuery("""
            select p.section, p.day, p.slug
              from story.address a
              join story.in_print p on p.story = a.story
             where a.section = :section and a.day = :day and a.slug = :slug
            """)
    Optional<AddressRow> movedFrom(String section, LocalDate day, String slug);

    @SqlQuery("""
            select s.id, v.headline, v.section, n.name section_name, s.notice, s.withdrawn_at, v.topics,
                   array(select t.name from unnest(v.topics) with ordinality as w(slug, place)
                           join story.topic t on t.slug = w.slug order by w.place) topic_names
              from story.address a
              join story.story s on s.id = a.story and s.state = 'withdrawn'
              join story.version v on v.story = s.id and v.number = s.latest
              join story.section n on n.slug = v.section
             where a.section = :section and a.day = :day and a.slug = :slug
            """)
    Optional<WithdrawnRow> withdrawnAt(String section, LocalDate day, String slug);

    @SqlQuery("select " + TEASER + " from story.in_print p where p.story = any(:ids)")
    List<Teaser> teasers(long[] ids);

    @SqlQuery("select " + TEASER + " from story.in_print p order by p.published desc, p.story desc limit :most")
    List<Teaser> latest(int most);

    @SqlQuery("select " + TEASER + """
             from story.in_print p where p.section = :section
            order by p.published desc, p.story desc limit :most offset :after
            """)
    List<Teaser> inSection(String section, int most, int after);

    @SqlQuery("select " + TEASER + """
             from story.in_topic t join story.in_print p on p.story = t.story where t.topic = :topic
            order by t.published desc, t.story desc limit :most offset :after
            """)
    List<Teaser> onTopic(String topic, int most, int after);

    @SqlQuery("select " + TEASER + """
             from story.by_author b join story.in_print p on p.story = b.story where b.author = :author
            order by b.published desc, b.story desc limit :most offset :after
            """)
    List<Teaser> byAuthor(String author, int most, int after);

    @SqlQuery("select " + TEASER + """
             from story.in_print p where p.published > :since
            order by p.published desc, p.story desc limit :most
            """)
    List<Teaser> since(Instant since, int most);

    @SqlQuery("select " + TEASER + " from story.in_print p where p.story > :after order by p.story limit :most")
    List<Teaser> after(long after, int most);

    @SqlQuery("select " + STORY + " from story.in_print p where p.story > :after order by p.story limit :most")
    List<Story> storiesAfter(long after, int most);

    @SqlQuery("select slug, name, position from story.section order by position, slug")
    List<Section> sections();

    @SqlQuery("select slug, name from story.topic where slug = :slug")
    Optional<Topic> topic(String slug);

    @SqlQuery("select slug, name from story.author where slug = :slug")
    Optional<Byline> author(String slug);

    @SqlQuery("select count(*) from story.in_print where section = :section")
    long countInSection(String section);

    @SqlQuery("select count(*) from story.in_topic where topic = :topic")
    long countOnTopic(String topic);

    @SqlQuery("select count(*) from story.by_author where author = :author")
    long countByAuthor(String author);

    @SqlQuery("select count(*) from story.in_print")
    long count();

    @SqlQuery("""
            select cast(date_trunc('month', day) as date) first, count(*) stories, max(updated) updated
              from story.in_print
             group by 1
             order by 1 desc
            """)
    List<InPrint.Month> months();

    /** The days are the paper's; no zone is more than a day away from any other, so that the index can find them. */
    @SqlQuery("""
            select section, day, slug, updated
              from story.in_print
             where day >= cast(:first as date) and day < cast(:next as date)
               and published >= cast(:first as date) - interval '2 days'
               and published < cast(:next as date) + interval '2 days'
             order by published, story
             limit :most offset :after
            """)
    List<InPrint.Place> places(LocalDate first, LocalDate next, int most, int after);

    @SqlQuery("""
            select s.id, a.section, a.day, a.slug, s.withdrawn_at at
              from story.story s
              join lateral (select section, day, slug
                              from story.address
                             where story = s.id
                             order by given desc
                             limit 1) a on true
             where s.state = 'withdrawn' and s.withdrawn_at > :moment
             order by s.withdrawn_at desc
             limit :most
            """)
    List<InPrint.TakenBack> takenBackSince(Instant moment, int most);

    @SqlQuery("""
            select s.id, a.section, a.day, a.slug, s.withdrawn_at at
              from story.story s
              join lateral (select section, day, slug
                              from story.address
                             where story = s.id
                             order by given desc
                             limit 1) a on true
             where s.state = 'withdrawn' and s.id = :id
            """)
    Optional<InPrint.TakenBack> takenBack(long id);
}
