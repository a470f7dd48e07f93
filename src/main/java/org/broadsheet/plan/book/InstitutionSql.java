package org.broadsheet.plan.book;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Institutions and their networks. */
public interface InstitutionSql {
    @SqlQuery("""
            insert into plan.institution (name, from_at, until_at)
            values (:name, :from, :until)
            on conflict (name) do update set from_at = excluded.from_at, until_at = excluded.until_at
            returning id
            """)
    long put(String name, Instant from, Instant until);

    @SqlUpdate("delete from plan.institution_network where institution = :institution")
    void clear(long institution);

    @SqlBatch(
            "insert into plan.institution_network (institution, network) values (:institution, network(:network::inet)) on conflict do nothing")
    void add(long institution, List<String> network);

    @SqlUpdate("update plan.institution set until_at = :at where name = :name and from_at < :at and until_at > :at")
    boolean end(String name, Instant at);

    record At(String name, Instant untilAt) {}

    /** The one that lasts longest. */
    @SqlQuery("""
            select i.name, i.until_at
              from plan.institution_network n
              join plan.institution i on i.id = n.institution
             where n.network >>= :address::inet and i.from_at <= :now and i.until_at > :now
             order by i.until_at desc
             limit 1
            """)
    Optional<At> at(String address, Instant now);

    record Line(String name, Instant fromAt, Instant untilAt, List<String> networks) {}

    @SqlQuery("""
            select i.name, i.from_at, i.until_at,
                   array(select n.network::text from plan.institution_network n
                          where n.institution = i.id order by n.network) as networks
              from plan.institution i
             order by i.name
            """)
    List<Line> all();
}
