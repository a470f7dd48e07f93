package org.broadsheet.reader.once;

import java.time.Instant;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** What was used. */
interface OnceSql {
    /** One, or none when it was used before. */
    @SqlUpdate("insert into reader.spent (proof, until) values (:proof, :until) on conflict do nothing")
    int use(byte[] proof, Instant until);

    /** Skips what another node is forgetting just now. */
    @SqlUpdate("""
            delete from reader.spent
             where proof in (select proof from reader.spent where until < :now limit 100 for update skip locked)
            """)
    int forgetBefore(Instant now);
}
