package org.broadsheet.base.db;

import java.time.Duration;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface ChangeSql {

    /** The row is for those who are away, the notification for those who listen; both come with the commit. */
    @SqlQuery("""
            with written as (insert into base.change (kind, key) values (:kind, :key) returning id)
            select count(pg_notify('broadsheet_change', id || ' ' || :kind || ' ' || :key)) from written
            """)
    int announce(String kind, String key);

    /** What was visible when the newest horizon older than the retention was taken has been read, or given up. */
    @SqlUpdate("""
            delete from base.change
             using (select snapshot from base.change_horizon
                     where taken_at < clock_timestamp() - :retention::interval
                     order by taken_at desc limit 1) horizon
             where xid < pg_snapshot_xmax(horizon.snapshot)
               and pg_visible_in_snapshot(xid, horizon.snapshot)
            """)
    int purge(Duration retention);

    @SqlUpdate("delete from base.change_horizon where taken_at < clock_timestamp() - 2 * :retention::interval")
    void forgetHorizons(Duration retention);

    @SqlUpdate("""
            insert into base.change_horizon (taken_at, snapshot)
            values (clock_timestamp(), pg_current_snapshot())
            on conflict do nothing
            """)
    void markHorizon();
}
