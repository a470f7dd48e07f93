package org.broadsheet.plan.book;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Vouchers and who has used them. */
public interface VoucherSql {
    record NewVoucher(
            byte[] codeHash,
            String kind,
            String plan,
            int months,
            int times,
            Optional<Instant> expiresAt,
            Instant madeAt,
            String madeBy) {}

    @SqlQuery("""
            insert into plan.voucher (code_hash, kind, plan, months, times, expires_at, made_at, made_by)
            values (:codeHash, :kind, :plan, :months, :times, :expiresAt, :madeAt, :madeBy)
            returning id
            """)
    long make(@BindMethods NewVoucher voucher);

    record Row(long id, String kind, String plan, int months, int times, int taken, Optional<Instant> expiresAt) {}

    @SqlQuery("""
            select id, kind, plan, months, times, taken, expires_at from plan.voucher where code_hash = :hash
            """)
    Optional<Row> withCode(byte[] hash);

    /** False when somebody else has just taken the last one. */
    @SqlUpdate("""
            update plan.voucher set taken = taken + 1
             where id = :id and taken < times and (expires_at is null or expires_at > :now)
            """)
    boolean take(long id, Instant now);

    /** False where this reader has used it before. */
    @SqlUpdate("insert into plan.redemption (voucher, reader, at) values (:id, :reader, :at) on conflict do nothing")
    boolean redeem(long id, long reader, Instant at);

    @SqlUpdate("delete from plan.redemption where voucher = :id and reader = :reader")
    void unredeem(long id, long reader);

    @SqlUpdate("insert into plan.wrong_code (reader, at) values (:reader, :at)")
    void wrong(long reader, Instant at);

    @SqlQuery("select count(*) from plan.wrong_code where reader = :reader and at > :since")
    int wrongSince(long reader, Instant since);

    @SqlUpdate("delete from plan.wrong_code where at < :before")
    void forgetWrong(Instant before);
}
