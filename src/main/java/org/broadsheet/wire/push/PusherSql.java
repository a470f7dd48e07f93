package org.broadsheet.wire.push;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface PusherSql {

    record PusherRow(String source, Instant added, Optional<Instant> heard, Optional<Instant> news, int refused) {}

    /** Another secret takes the place of the one that was. */
    @SqlUpdate("""
        insert into wire.pusher (source, secret_sealed, added) values (:source, :sealed, :at)
        on conflict (source) do update
           set secret_sealed = excluded.secret_sealed, added = excluded.added, refused = 0
        """)
    void put(String source, String sealed, Instant at);

    @SqlUpdate("delete from wire.pusher where source = :source")
    boolean remove(String source);

    @SqlQuery("select secret_sealed from wire.pusher where source = :source")
    Optional<String> sealed(String source);

    @SqlQuery("select source, added, heard, news, refused from wire.pusher order by source")
    List<PusherRow> all();

    @SqlUpdate("""
        update wire.pusher
           set heard = :at, news = case when :anyNews then :at else news end, refused = 0
         where source = :source
        """)
    void heard(String source, boolean anyNews, Instant at);

    @SqlUpdate("update wire.pusher set refused = least(refused + 1, 1000000) where source = :source")
    void refused(String source);
}
