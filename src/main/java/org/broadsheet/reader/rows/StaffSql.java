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
            insert into reader.staff (reader, role, since, invited_at) values (:reader, :role, :at, :at)
            on conflict (reader) do update
               set role = excluded.role, since = excluded.since, invited_at = excluded.invited_at
             where staff.role <> excluded.role
            """)
    boolean assign(long reader, String role, Instant at);

    @SqlUpdate("update reader.staff set invited_at = :at where reader = :reader")
    boolean invite(long reader, Instant at);

    @SqlUpdate("delete from reader.authenticator where reader = :reader")
    void forgetApp(long reader);

    @SqlUpdate("delete from reader.recovery_code where reader = :reader")
    void forgetCodes(long reader);

    @SqlUpdate("delete from reader.passkey where reader = :reader")
    void forgetPasskeys(long reader);

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
