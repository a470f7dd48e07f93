package org.broadsheet.wire.take;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface TakenSql {

    record TakenRow(long story, String source, String base, boolean follows) {}

    /** What tells items apart, as columns hold it. */
    record NameRow(String source, String guid) {}

    @SqlUpdate("""
        insert into wire.taken (story, source, guid, base, taken)
        values (:story, :source, :guid, :base::jsonb, :at)
        on conflict (story) do update
           set source = excluded.source, guid = excluded.guid, base = excluded.base, taken = excluded.taken
        """)
    void standsOn(long story, String source, String guid, String base, Instant at);

    @SqlUpdate("update wire.taken set follows = true where story = :story")
    void follows(long story);

    @SqlQuery("""
        select story, source, base, follows from wire.taken where story = :story
        """)
    Optional<TakenRow> of(long story);

    @SqlQuery("""
        select story, source, base, follows
          from wire.taken
         where source = :source and guid = :guid
           for update
        """)
    Optional<TakenRow> from(String source, String guid);

    @SqlQuery("""
        select t.source, t.guid
          from rows from (unnest(:sources::text[]), unnest(:guids::text[])) as asked (source, guid)
          join wire.taken t on t.source = asked.source and t.guid = asked.guid
        """)
    List<NameRow> known(String[] sources, String[] guids);

    /** Locks of names, in one order for everybody; the first part is this table's own. */
    @SqlQuery("""
        select count(pg_advisory_xact_lock(0x7a6b, name))
          from (select distinct hashtext(source || ' ' || guid) as name
                  from rows from (unnest(:sources::text[]), unnest(:guids::text[])) as asked (source, guid)
                 order by name) as names
        """)
    long hold(String[] sources, String[] guids);

    @SqlQuery("select source, guid from wire.item where id = :item")
    Optional<NameRow> name(long item);

    @SqlQuery("""
        select content from wire.item where source = :source and guid = :guid order by arrived, id
        """)
    List<String> versions(String source, String guid);
}
