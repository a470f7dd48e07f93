package org.broadsheet.reader.rows;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Addresses that are to change. */
public interface AddressSql {
    /** A change, and who has said yes to it. */
    record Change(String email, boolean oldSaid, boolean newSaid) {}

    @SqlUpdate("""
            insert into reader.address_change (reader, email, asked_at, expires_at)
            values (:reader, :email, :at, :until)
            on conflict (reader) do update
               set email = :email, asked_at = :at, expires_at = :until, old_said = false, new_said = false
            """)
    void ask(long reader, String email, Instant at, Instant until);

    /** Takes a yes from one side; the row is then this transaction's until its end. */
    @SqlQuery("""
            update reader.address_change
               set old_said = old_said or :side::text = 'old', new_said = new_said or :side::text = 'new'
             where reader = :reader and expires_at > :at
            returning email, old_said, new_said
            """)
    Optional<Change> yes(long reader, String side, Instant at);

    @SqlQuery("select email, old_said, new_said from reader.address_change where reader = :reader and expires_at > :at")
    Optional<Change> of(long reader, Instant at);

    @SqlUpdate("delete from reader.address_change where reader = :reader")
    void drop(long reader);

    @SqlUpdate("delete from reader.address_change where expires_at < :before")
    void forget(Instant before);
}
