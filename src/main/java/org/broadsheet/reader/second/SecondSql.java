package org.broadsheet.reader.second;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Authenticator apps, recovery codes, and what a browser has proved. */
interface SecondSql {
    /** An app, after one more try was counted. */
    record Tried(String secret, int tries, Instant triesSince) {}

    record Row(boolean app, int codesLeft, int passkeys, boolean twoFactors, Optional<String> role) {}

    record Code(Instant madeAt, Optional<Instant> usedAt) {}

    @SqlUpdate("""
            insert into reader.authenticator (reader, secret, made_at, last_step, tries_since)
            values (:reader, :secret, :at, :step, :at) on conflict do nothing
            """)
    boolean keep(long reader, String secret, long step, Instant at);

    @SqlQuery("select exists (select from reader.authenticator where reader = :reader)")
    boolean hasApp(long reader);

    /** Counts before anything is compared: tries at the same time are counted one after the other. */
    @SqlQuery("""
            update reader.authenticator
               set tries = case when tries_since < :windowBegan then 1 else tries + 1 end,
                   tries_since = case when tries_since < :windowBegan then :now else tries_since end
             where reader = :reader
            returning secret, tries, tries_since
            """)
    Optional<Tried> tryOnce(long reader, Instant windowBegan, Instant now);

    /** False where this step's code, or a later one's, was used. The secret is sealed anew, with the newest key. */
    @SqlUpdate("""
            update reader.authenticator set last_step = :step, secret = :secret, tries = 0
             where reader = :reader and last_step < :step
            """)
    boolean use(long reader, long step, String secret);

    @SqlUpdate("update reader.authenticator set tries = 0 where reader = :reader")
    void forgive(long reader);

    @SqlUpdate("delete from reader.authenticator where reader = :reader")
    boolean removeApp(long reader);

    @SqlBatch("insert into reader.recovery_code (reader, code, made_at) values (:reader, :codes, :at)")
    void keepCodes(long reader, List<byte[]> codes, Instant at);

    /** False where there is no such code, or another sign-in has just used it. */
    @SqlUpdate("""
            update reader.recovery_code set used_at = :at where reader = :reader and code = :code and used_at is null
            """)
    boolean useCode(long reader, byte[] code, Instant at);

    @SqlQuery("select count(*) from reader.recovery_code where reader = :reader and used_at is null")
    int codesLeft(long reader);

    @SqlUpdate("delete from reader.recovery_code where reader = :reader")
    void removeCodes(long reader);

    @SqlUpdate("update reader.device set two_factors = true, proved_at = :at where id = :device and reader = :reader")
    void proveTwo(long reader, long device, Instant at);

    @SqlUpdate("update reader.device set proved_at = :at where id = :device and reader = :reader")
    void prove(long reader, long device, Instant at);

    /**
     * Where an account has a second factor, a browser that has not shown it proves nothing: with an app whoever it is, with
     * a passkey those whose role asks for two. Else who knows the password would set up a second factor of their own.
     *
     * @param strict roles that ask for two factors
     */
    @SqlQuery("""
            select exists (select from reader.device d
                            where d.id = :device and d.reader = :reader and d.ended_at is null
                              and coalesce(d.proved_at, d.began_at) > :since
                              and (d.two_factors
                                   or (not exists (select from reader.authenticator a where a.reader = d.reader)
                                       and not (exists (select from reader.passkey p where p.reader = d.reader)
                                                and exists (select from reader.staff s
                                                             where s.reader = d.reader and s.role = any(:strict))))))
            """)
    boolean provedSince(long reader, long device, Instant since, String[] strict);

    /**
     * Whoever has shown two factors may set up another one; with one alone so may all but those whose role asks for two and who
     * were asked long ago. Else a password that leaks after years would be enough to make the second factor one's own.
     */
    @SqlQuery("""
            select exists (select from reader.device d
                            where d.id = :device and d.reader = :reader and d.ended_at is null
                              and (d.two_factors
                                   or not exists (select from reader.staff s
                                                   where s.reader = d.reader and s.role = any(:strict)
                                                     and s.invited_at <= :since)))
            """)
    boolean enrols(long reader, long device, Instant since, String[] strict);

    @SqlQuery("""
            select exists (select from reader.authenticator a where a.reader = r.id) as app,
                   (select count(*) from reader.recovery_code c where c.reader = r.id and c.used_at is null) as codes_left,
                   (select count(*) from reader.passkey p where p.reader = r.id) as passkeys,
                   exists (select from reader.device d where d.id = :device and d.reader = r.id and d.two_factors) as two_factors,
                   (select s.role from reader.staff s where s.reader = r.id) as role
              from reader.reader r where r.id = :reader
            """)
    Optional<Row> standing(long reader, long device);

    @SqlQuery("select epoch from reader.reader where id = :reader")
    Optional<Integer> epoch(long reader);

    @SqlQuery("select made_at, tries_since from reader.authenticator where reader = :reader")
    List<AppRow> apps(long reader);

    record AppRow(Instant madeAt, Instant triesSince) {}

    @SqlQuery("select made_at, used_at from reader.recovery_code where reader = :reader order by used_at")
    List<Code> codes(long reader);
}
