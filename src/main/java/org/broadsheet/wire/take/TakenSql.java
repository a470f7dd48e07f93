package org.broadsheet.wire.take;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface TakenSql {

    record TakenRow(long story, String source, String base) {}

    @SqlUpdate("""
        insert into wire.taken (story, source, guid, base, taken)
        values (:story, :source, :guid, :base::jsonb, :at)
        on conflict (story) do update
           set source = excluded.source, guid = excluded.guid, base = excluded.base, taken = excluded.taken
        """)
    void standsOn(long story, String source, String guid, String base, Instant at);

    @SqlQuery("""
        select story, source, base from wire.taken where story = :story
        """)
    Optional<TakenRow> of(long story);

    @SqlQuery("""
        select story, source, base
          from wire.taken
         where source = :source and guid = :guid
         order by story
           for update
        """)
    List<TakenRow> from(String source, String guid);
}
