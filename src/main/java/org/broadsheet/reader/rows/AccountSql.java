package org.broadsheet.reader.rows;

import java.time.Instant;
import java.util.Optional;
import org.broadsheet.reader.Accounts;
import org.broadsheet.reader.Email;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Accounts. */
public interface AccountSql {
    /** What signing in compares with. */
    record Secret(long id, String email, String name, Optional<String> password, boolean onlyNearby) {}

    /** An account on its way in; its address has been shown to be its owner's. */
    record NewRow(String email, String key, String name, Optional<String> password, Instant at) {
        public static NewRow of(Email email, String name, Optional<String> password, Instant at) {
            return new NewRow(email.address(), email.key(), name, password, at);
        }
    }

    @SqlQuery("select id from reader.reader where email_key = :key")
    Optional<Long> numberOf(String key);

    @SqlQuery("select id, email, name, password, only_nearby from reader.reader where email_key = :key")
    Optional<Secret> secretOf(String key);

    @SqlQuery("select id, email, name, password, only_nearby from reader.reader where id = :reader")
    Optional<Secret> secret(long reader);

    /** Nothing when somebody has just joined with the same address. */
    @SqlQuery("""
            insert into reader.reader (email, email_key, name, password, confirmed_at, joined_at)
            values (:email, :key, :name, :password, :at, :at)
            on conflict (email_key) do nothing
            returning id
            """)
    Optional<Long> make(@BindMethods NewRow row);

    @SqlQuery("""
            select r.email, r.name, r.password is not null as has_password, r.joined_at, c.email as wanted_email
              from reader.reader r
              left join reader.address_change c on c.reader = r.id and c.expires_at > :at
             where r.id = :reader
            """)
    Optional<Accounts.Details> details(long reader, Instant at);

    @SqlUpdate("update reader.reader set name = :name where id = :reader")
    void rename(long reader, String name);

    @SqlUpdate("update reader.reader set password = :password where id = :reader")
    void password(long reader, String password);

    /** Only while it is still the one that was compared. */
    @SqlUpdate("update reader.reader set password = :password where id = :reader and password = :before")
    void rehash(long reader, String before, String password);

    @SqlUpdate("update reader.reader set only_nearby = true where id = :reader")
    void onlyNearby(long reader);

    @SqlUpdate("update reader.reader set email = :email, email_key = :key where id = :reader")
    void move(long reader, String email, String key);
}
