package org.broadsheet.reader.oidc;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Links between accounts here and at providers. */
interface OpenIdSql {
    record Row(String issuer, String subject, Instant linkedAt) {}

    @SqlQuery("select reader from reader.openid where issuer = :issuer and subject = :subject")
    Optional<Long> reader(String issuer, String subject);

    /** False where either of the two is linked already. */
    @SqlUpdate("""
            insert into reader.openid (issuer, subject, reader, linked_at)
            select :issuer::text, :subject::text, r.id, :at::timestamptz from reader.reader r where r.id = :reader
                on conflict do nothing
            """)
    boolean link(String issuer, String subject, long reader, Instant at);

    @SqlQuery("select exists (select from reader.reader where email_key = :key)")
    boolean taken(String key);

    @SqlQuery("select issuer, subject, linked_at from reader.openid where reader = :reader order by linked_at")
    List<Row> of(long reader);

    @SqlUpdate("delete from reader.openid where reader = :reader and issuer = :issuer")
    boolean unlink(long reader, String issuer);

    @SqlUpdate("delete from reader.openid where reader = :reader")
    void forget(long reader);
}
