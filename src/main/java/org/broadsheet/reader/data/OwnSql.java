package org.broadsheet.reader.data;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The account itself. */
interface OwnSql {
    /** As its owner may have it: never the password, which is kept as a hash only. */
    record Account(
            String email,
            String name,
            boolean hasPassword,
            Optional<Instant> confirmedAt,
            Instant joinedAt,
            int epoch) {}

    @SqlQuery("""
            select email, name, password is not null as has_password, confirmed_at, joined_at, epoch
              from reader.reader where id = :reader
            """)
    Optional<Account> account(long reader);

    /** Whoever writes something for this reader at the same time waits, and then finds nobody. */
    @SqlQuery("select email from reader.reader where id = :reader for update")
    Optional<String> lock(long reader);

    @SqlUpdate("delete from reader.reader where id = :reader")
    void forget(long reader);
}
