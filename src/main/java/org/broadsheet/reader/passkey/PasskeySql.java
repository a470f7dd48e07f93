package org.broadsheet.reader.passkey;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Passkeys and their holders. */
interface PasskeySql {
    /** What is kept of a new one. */
    record NewPasskey(
            byte[] credential, byte[] key, long counter, boolean backupEligible, boolean backedUp, String transports) {}

    /** One that an answer names. */
    record Row(
            long id,
            long reader,
            byte[] handle,
            byte[] credential,
            byte[] key,
            long counter,
            boolean backupEligible,
            boolean backedUp) {}

    /** One that its holder has already. */
    record Held(byte[] credential, String transports) {}

    @SqlUpdate("insert into reader.passkey_holder (reader, handle) values (:reader, :handle) on conflict do nothing")
    void hold(long reader, byte[] handle);

    @SqlQuery("select handle from reader.passkey_holder where reader = :reader")
    Optional<byte[]> handle(long reader);

    /** Two at once for one account wait for each other here. */
    @SqlQuery("select handle from reader.passkey_holder where reader = :reader for update")
    Optional<byte[]> lockedHandle(long reader);

    @SqlQuery("select count(*) from reader.passkey where reader = :reader")
    int count(long reader);

    @SqlUpdate("""
            insert into reader.passkey
                   (reader, credential, key, counter, name, backup_eligible, backed_up, transports, made_at)
            values (:reader, :credential, :key, :counter, :name, :backupEligible, :backedUp, :transports, :at)
                on conflict (credential) do nothing
            """)
    @GetGeneratedKeys("id")
    Optional<Long> keep(long reader, @BindMethods NewPasskey made, String name, Instant at);

    @SqlQuery("select credential, transports from reader.passkey where reader = :reader order by id")
    List<Held> held(long reader);

    @SqlQuery("""
            select p.id, p.reader, h.handle, p.credential, p.key, p.counter, p.backup_eligible, p.backed_up
              from reader.passkey p
              join reader.passkey_holder h on h.reader = p.reader
             where p.credential = :credential
            """)
    Optional<Row> named(byte[] credential);

    /** False when another sign-in has used this count; authenticators that count nothing say 0 for ever. */
    @SqlUpdate("""
            update reader.passkey
               set counter = :counter, backed_up = :backedUp, used_at = :at
             where id = :id and (counter < :counter or (counter = 0 and :counter = 0))
            """)
    boolean used(long id, long counter, boolean backedUp, Instant at);

    @SqlUpdate("update reader.passkey set doubted_at = :at where id = :id")
    void doubt(long id, Instant at);

    @SqlQuery("""
            select id, name, backed_up, made_at, used_at, doubted_at
              from reader.passkey where reader = :reader order by made_at, id
            """)
    List<Passkey> of(long reader);

    @SqlUpdate("update reader.passkey set name = :name where id = :id and reader = :reader")
    boolean rename(long reader, long id, String name);

    @SqlUpdate("delete from reader.passkey where id = :id and reader = :reader")
    boolean remove(long reader, long id);

    @SqlUpdate("delete from reader.passkey_holder where reader = :reader")
    void forgetHolder(long reader);

    @SqlUpdate("delete from reader.passkey where reader = :reader")
    void forget(long reader);
}
