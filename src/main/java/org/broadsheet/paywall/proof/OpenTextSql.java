package org.broadsheet.paywall.proof;

import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Samples of what stands in the open, by story. */
interface OpenTextSql {
    @SqlUpdate("""
            insert into paywall.open_text (story, runs) values (:story, :runs::bigint[])
            on conflict (story) do update set runs = excluded.runs
            """)
    void put(long story, long[] runs);

    @SqlUpdate("delete from paywall.open_text where story = :story")
    void remove(long story);

    /** Those that share any, most shared first. */
    @SqlQuery("""
            select story
              from paywall.open_text
             where runs && :runs::bigint[] and story <> :but
             order by (select count(*) from unnest(runs) as own(run) where own.run = any (:runs::bigint[])) desc, story
             limit :most
            """)
    List<Long> sharing(long[] runs, long but, int most);

    /** Of these, those whose sample is there. */
    @SqlQuery("select story from paywall.open_text where story = any (:stories)")
    List<Long> there(long[] stories);
}
