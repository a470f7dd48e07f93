package org.broadsheet.reader.rows;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.broadsheet.reader.Known;
import org.broadsheet.reader.Sessions;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Sessions and devices. */
public interface SessionSql {
    @SqlQuery("select epoch from reader.reader where id = :reader")
    Optional<Integer> epoch(long reader);

    @SqlUpdate("insert into reader.device (reader, name, began_at, seen_at) values (:reader, :name, :at, :at)")
    @GetGeneratedKeys("id")
    long begin(long reader, String name, Instant at);

    @SqlQuery("""
            select r.id, r.email, r.name, s.role, d.id as device
              from reader.reader r
              join reader.device d on d.reader = r.id and d.id = :device and d.ended_at is null
              left join reader.staff s on s.reader = r.id
             where r.id = :reader and r.epoch = :epoch
            """)
    Optional<Known> known(long reader, long device, int epoch);

    @SqlQuery("""
            select id, name, began_at, seen_at from reader.device
             where reader = :reader and ended_at is null
             order by seen_at desc, id desc
             limit 100
            """)
    List<Sessions.Device> devices(long reader);

    @SqlUpdate("update reader.device set seen_at = :at where id = :device and seen_at < :before and ended_at is null")
    void seen(long device, Instant at, Instant before);

    @SqlUpdate("update reader.device set ended_at = :at where id = :device and reader = :reader and ended_at is null")
    boolean end(long reader, long device, Instant at);

    @SqlUpdate("update reader.device set ended_at = :at where reader = :reader and id <> :device and ended_at is null")
    void endOthers(long reader, long device, Instant at);

    @SqlQuery("update reader.reader set epoch = epoch + 1 where id = :reader returning epoch")
    Optional<Integer> raiseEpoch(long reader);

    @SqlUpdate("delete from reader.device where ended_at < :before or seen_at < :unseen")
    void forget(Instant before, Instant unseen);
}
