package org.broadsheet.reader;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Sessions and devices. */
interface SessionSql {
    @SqlQuery("select epoch from reader.reader where id = :reader")
    Optional<Integer> epoch(long reader);

    @SqlUpdate("insert into reader.device (reader, name, began_at, seen_at) values (:reader, :name, :at, :at)")
    @GetGeneratedKeys("id")
    long begin(long reader, String name, Instant at);

    /** @param strict roles that count only where the browser has shown two factors */
    @SqlQuery("""
            select r.id, r.email, r.name, d.id as device,
                   case when d.two_factors or s.role <> all (:strict) then s.role end as role
              from reader.reader r
              join reader.device d on d.reader = r.id and d.id = :device and d.ended_at is null
              left join reader.staff s on s.reader = r.id
             where r.id = :reader and r.epoch = :epoch
            """)
    Optional<Known> known(long reader, long device, int epoch, String[] strict);
}
