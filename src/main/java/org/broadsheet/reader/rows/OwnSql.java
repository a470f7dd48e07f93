package org.broadsheet.reader.rows;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** What this room keeps about one person. */
interface OwnSql {
    /** The account itself. That there is a password may be said; the password itself helps nobody. */
    record Account(
            String email,
            String name,
            boolean hasPassword,
            Instant joinedAt,
            Optional<String> role,
            Optional<Instant> staffSince,
            Optional<String> wantedEmail) {}

    /** A browser, signed in or out. */
    record Browser(String name, Instant beganAt, Instant seenAt, Optional<Instant> endedAt) {}

    @SqlQuery("""
            select r.email, r.name, r.password is not null as has_password, r.joined_at,
                   s.role, s.since as staff_since, c.email as wanted_email
              from reader.reader r
              left join reader.staff s on s.reader = r.id
              left join reader.address_change c on c.reader = r.id
             where r.id = :reader
            """)
    Optional<Account> account(long reader);

    @SqlQuery("select name, began_at, seen_at, ended_at from reader.device where reader = :reader order by id")
    List<Browser> browsers(long reader);

    @SqlQuery("select email_key from reader.reader where id = :reader")
    Optional<String> key(long reader);

    /** Whoever asked to join with the address. */
    @SqlUpdate("delete from reader.joining where lower(email) = :key::text")
    void forgetJoining(String key);

    /** Devices, links, roles, consents and a wanted address go with it. */
    @SqlUpdate("delete from reader.reader where id = :reader")
    void forget(long reader);
}
