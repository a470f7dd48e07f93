package org.broadsheet.reader.rows;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.broadsheet.reader.Role;
import org.broadsheet.reader.Staff;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Members of staff. */
public interface StaffSql {
    @SqlUpdate("""
            insert into reader.staff (reader, role, since) values (:reader, :role, :at)
            on conflict (reader) do update set role = excluded.role, since = excluded.since
             where staff.role <> excluded.role
            """)
    boolean assign(long reader, String role, Instant at);

    @SqlUpdate("delete from reader.staff where reader = :reader")
    boolean remove(long reader);

    @SqlQuery("select role from reader.staff where reader = :reader")
    Optional<Role> role(long reader);

    @SqlQuery("""
            select r.id, r.email, r.name, s.role, s.since
              from reader.staff s join reader.reader r on r.id = s.reader
             order by r.email_key
            """)
    List<Staff.Member> all();
}
