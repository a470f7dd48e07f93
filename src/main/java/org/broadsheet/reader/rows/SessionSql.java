package org.broadsheet.reader.rows;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.broadsheet.reader.Known;
import org.broadsheet.reader.Sessions;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
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

    /**
     * @param strict roles that count only where the browser has shown two factors
     * @param oldest when the browser of a reader must have signed in after, and that of a member of staff
     */
    @SqlQuery("""
            select r.id, r.email, r.name, d.id as device,
                   case when d.two_factors or s.role <> all (:strict) then s.role end as role
              from reader.reader r
              join reader.device d on d.reader = r.id and d.id = :device and d.ended_at is null
              left join reader.staff s on s.reader = r.id
             where r.id = :reader and r.epoch = :epoch
               and d.began_at > case when s.role is null then :readers::timestamptz else :staff::timestamptz end
            """)
    Optional<Known> known(@BindMethods Asked session, String[] strict, @BindMethods Oldest oldest);

    /** What a cookie says. */
    record Asked(long reader, long device, int epoch) {}

    /** When whose browsers must have signed in after. */
    record Oldest(Instant readers, Instant staff) {}

    @SqlQuery("""
            select d.id, d.name, d.began_at, d.seen_at
              from reader.device d
              left join reader.staff s on s.reader = d.reader
             where d.reader = :reader and d.ended_at is null
               and d.began_at > case when s.role is null then :readers::timestamptz else :staff::timestamptz end
             order by d.seen_at desc, d.id desc
             limit 100
            """)
    List<Sessions.Device> devices(long reader, @BindMethods Oldest oldest);

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
