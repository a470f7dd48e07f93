package org.broadsheet.site.reader;

import java.time.Instant;
import java.util.List;
import org.broadsheet.story.StoryId;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** How often stories were read. */
interface ReadsSql {
    /** Reads of a story within an hour. */
    record Read(Instant hour, long story, long times) {}

    @SqlBatch("""
            insert into site.reads (hour, story, times) values (:hour, :story, :times)
            on conflict (hour, story) do update set times = reads.times + excluded.times
            """)
    void add(@BindMethods List<Read> reads);

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
