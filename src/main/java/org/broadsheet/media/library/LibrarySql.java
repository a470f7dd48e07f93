package org.broadsheet.media.library;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

interface LibrarySql {

    record Row(long id, Instant kept) {}

    @SqlQuery("""
            select id, kept
              from media.photograph
             where (kept, id) < (:kept, :id)
             order by kept desc, id desc
             limit :most
            """)
    List<Row> latest(Instant kept, long id, int most);

    @SqlQuery("""
            select id, kept
              from media.photograph
             where words @@ websearch_to_tsquery('simple', :said)
               and (kept, id) < (:kept, :id)
             order by kept desc, id desc
             limit :most
            """)
    List<Row> called(String said, Instant kept, long id, int most);
}
