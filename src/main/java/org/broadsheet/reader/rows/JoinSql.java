package org.broadsheet.reader.rows;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.broadsheet.reader.Consents;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** People who have asked to join. */
public interface JoinSql {
    /**
     * Somebody who has asked.
     *
     * @param onward where they were going
     */
    record Asking(String email, String name, Optional<String> password, byte[] browser, String onward) {}

    /** Somebody who asks. */
    record NewRow(byte[] hash, Asking asking, Instant at, Instant until) {
        public String email() {
            return asking.email();
        }

        public String name() {
            return asking.name();
        }

        public Optional<String> password() {
            return asking.password();
        }

        public byte[] browser() {
            return asking.browser();
        }

        public String onward() {
            return asking.onward();
        }
    }

    @SqlUpdate("""
            insert into reader.joining (hash, email, name, password, browser, onward, asked_at, expires_at)
            values (:hash, :email, :name, :password, :browser, :onward, :at, :until)
            """)
    void ask(@BindMethods NewRow row);

    @SqlUpdate("""
            insert into reader.joining_consent (joining, purpose, given, wording)
            values (:hash, :purpose, :given, :wording)
            """)
    void answer(byte[] hash, @BindMethods Consents.Answer answer);

    @SqlQuery("""
            select email, name, password, browser, onward from reader.joining
             where hash = :hash and used_at is null and expires_at > :at
            """)
    Optional<Asking> look(byte[] hash, Instant at);

    /** Of two at once one gets it. */
    @SqlQuery("""
            update reader.joining set used_at = :at, password = null
             where hash = :hash and used_at is null and expires_at > :at
            returning email, name, password, browser, onward
            """)
    Optional<Asking> take(byte[] hash, Instant at);

    @SqlQuery("select purpose, given, wording from reader.joining_consent where joining = :hash order by purpose")
    List<Consents.Answer> answers(byte[] hash);

    @SqlUpdate("delete from reader.joining where expires_at < :before")
    void forget(Instant before);
}
