package org.broadsheet.reader.link;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Links as they are kept. */
interface LinkSql {
    /** A link on its way into a mail. */
    record NewRow(byte[] hash, long reader, String purpose, String onward, Instant at, Instant until) {}

    @SqlUpdate("""
            insert into reader.link (hash, reader, purpose, onward, made_at, expires_at)
            values (:hash, :reader, :purpose, :onward, :at, :until)
            """)
    void make(@BindMethods NewRow row);

    @SqlQuery("""
            select reader from reader.link
             where hash = :hash and purpose = :purpose and used_at is null and expires_at > :at
            """)
    Optional<Long> look(byte[] hash, String purpose, Instant at);

    @SqlQuery("select onward from reader.link where hash = :hash and purpose = :purpose")
    Optional<String> onward(byte[] hash, String purpose);

    /** Of two at once one gets it. */
    @SqlQuery("""
            update reader.link set used_at = :at
             where hash = :hash and purpose = :purpose and used_at is null and expires_at > :at
            returning reader
            """)
    Optional<Long> take(byte[] hash, String purpose, Instant at);

    @SqlUpdate("delete from reader.link where reader = :reader and purpose = :purpose and used_at is null")
    void drop(long reader, String purpose);

    @SqlUpdate("delete from reader.link where expires_at < :before")
    int forget(Instant before);
}
