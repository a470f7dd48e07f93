package org.broadsheet.site.reader;

import java.time.Instant;
import java.util.List;
import org.broadsheet.story.StoryId;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** How often stories were read. */
interface ReadsSql {
    /** Of many stories in one go; how often each, in the same order. */
    @SqlUpdate("""
            insert into site.reads (hour, story, times)
            select :hour, story, times
              from unnest(:stories::bigint[], :times::bigint[]) as read (story, times)
            on conflict (hour, story) do update set times = reads.times + excluded.times
            """)
    void add(Instant hour, long[] stories, long[] times);

    @SqlQuery("""
            select story
              from site.reads
             where hour > :since
             group by story
             order by sum(times) desc, story desc
             limit :most
            """)
    List<StoryId> most(Instant since, int most);

    @SqlUpdate("delete from site.reads where hour < :before")
    int forget(Instant before);
}
