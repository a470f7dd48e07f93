package org.broadsheet.wire.inbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.broadsheet.story.StoryId;
import org.broadsheet.wire.item.WireItem;
import org.broadsheet.wire.item.WireTime;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface InboxSql {

    /** What tells items apart, whatever version. */
    record Name(String source, String guid) {}

    record Row(
            long id, String source, String guid, Instant arrived, Optional<Inbox.Mark> mark, Optional<StoryId> story) {
        Name name() {
            return new Name(source, guid);
        }

        Inbox.Entry entry(WireItem said) {
            return new Inbox.Entry(
                    id,
                    source,
                    arrived,
                    said.status(),
                    said.embargo().map(WireTime::instant),
                    said.name(),
                    said.urgency(),
                    mark,
                    story);
        }
    }

    record VersionRow(String source, String guid, String content) {
        Name name() {
            return new Name(source, guid);
        }
    }

    String ENTRY = """
            select i.id, i.source, i.guid, i.arrived, m.mark, t.story
              from wire.item i
              left join wire.mark m on m.source = i.source and m.guid = i.guid
              left join wire.taken t on t.source = i.source and t.guid = i.guid
            """;

    String NEWEST = """
             and not exists (select 1
                               from wire.item later
                              where later.source = i.source and later.guid = i.guid
                                and (later.arrived, later.id) > (i.arrived, i.id))
            """;

    String ON = """
             and (i.arrived, i.id) < (:arrived, :id)
             order by i.arrived desc, i.id desc
             limit :most
            """;

    @SqlQuery(ENTRY + "where m.mark is distinct from 'declined' " + NEWEST + ON)
    List<Row> newest(Instant arrived, long id, int most);

    @SqlQuery(ENTRY + "where i.source = :source and m.mark is distinct from 'declined' " + NEWEST + ON)
    List<Row> newest(String source, Instant arrived, long id, int most);

    @SqlQuery(ENTRY + """
             where to_tsvector('simple', coalesce(i.content ->> 'headline', ''))
                   @@ websearch_to_tsquery('simple', :words)
            """ + NEWEST + ON)
    List<Row> called(String words, Instant arrived, long id, int most);

    @SqlQuery(ENTRY + "where m.mark = :mark " + NEWEST + " order by m.marked_at desc, i.id desc limit :most")
    List<Row> marked(String mark, int most);

    @SqlQuery(ENTRY + """
             where (i.source, i.guid) = (select named.source, named.guid from wire.item named where named.id = :item)
            """ + NEWEST)
    Optional<Row> find(long item);

    /** The last fifty versions of each, in the order in which they came. */
    @SqlQuery("""
            select v.source, v.guid, v.content
              from unnest(:sources::text[], :guids::text[]) as wanted (source, guid)
             cross join lateral (
                   select i.source, i.guid, i.content, i.arrived, i.id
                     from wire.item i
                    where i.source = wanted.source and i.guid = wanted.guid
                    order by i.arrived desc, i.id desc
                    limit 50) v
             order by v.arrived, v.id
            """)
    List<VersionRow> versions(String[] sources, String[] guids);

    /** From one name to the next along the index, however many items each has. */
    @SqlQuery("""
            with recursive known as (
                (select source from wire.item order by source limit 1)
                union all
                (select (select i.source from wire.item i where i.source > k.source order by i.source limit 1)
                   from known k
                  where k.source is not null)
            )
            select source from known where source is not null limit :most
            """)
    List<String> sources(int most);

    @SqlUpdate("""
            insert into wire.mark (source, guid, mark, marked_by, marked_at)
            select source, guid, :mark, :by, :at from wire.item where id = :item
            on conflict (source, guid)
            do update set mark = excluded.mark, marked_by = excluded.marked_by, marked_at = excluded.marked_at
            """)
    boolean mark(long item, String mark, String by, Instant at);

    @SqlUpdate("""
            delete from wire.mark m
             using wire.item i
             where i.id = :item and m.source = i.source and m.guid = i.guid
            """)
    boolean unmark(long item);
}
