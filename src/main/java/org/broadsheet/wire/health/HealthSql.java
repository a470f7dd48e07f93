package org.broadsheet.wire.health;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface HealthSql {

    record HourRow(String source, int hoursAgo, int items, Instant last) {}

    record SilenceRow(String source, Instant noticed, Instant heard) {}

    /** Of fifteen days; hours in which nothing came are left out. */
    @SqlQuery("""
        select source, floor(extract(epoch from (cast(:now as timestamptz) - arrived)) / 3600)::int hours_ago,
               count(*)::int items, max(arrived) as last
          from wire.item
         where arrived > cast(:now as timestamptz) - interval '15 days' and arrived <= :now
         group by source, hours_ago
         order by source, hours_ago
        """)
    List<HourRow> hours(Instant now);

    /** True for the one who notices it first. */
    @SqlUpdate("""
        insert into wire.silence (source, noticed, heard) values (:source, :at, :heard) on conflict do nothing
        """)
    boolean silent(String source, Instant heard, Instant at);

    @SqlQuery("select source, noticed, heard from wire.silence order by source")
    List<SilenceRow> silences();

    /** True for the one who notices it first. */
    @SqlUpdate("delete from wire.silence where source = :source")
    boolean speaks(String source);
}
