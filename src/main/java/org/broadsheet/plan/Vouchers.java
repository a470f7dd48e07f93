package org.broadsheet.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.broadsheet.base.Actor;
import org.broadsheet.base.Settings;
import org.broadsheet.base.db.NamedSql;
import org.broadsheet.ops.AuditLog;
import org.broadsheet.plan.Subscription.Source;
import org.broadsheet.plan.book.Book;
import org.broadsheet.plan.book.Code;
import org.broadsheet.plan.book.NewRow;
import org.broadsheet.plan.book.VoucherSql;
import org.broadsheet.reader.ReaderId;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Codes that are good for months of a plan. The door; every call is one transaction. */
@Component
@Transactional
public class Vouchers {
    private static final int WRONG_CODES = 10;
    private static final Duration WITHIN = Duration.ofHours(1);

    private final VoucherSql sql;
    private final Book book;
    private final Plans plans;
    private final AuditLog audit;
    private final ZoneId zone;

    Vouchers(Jdbi jdbi, Book book, Plans plans, AuditLog audit, Settings settings) {
        this.sql = NamedSql.of(jdbi, VoucherSql.class);
        this.book = book;
        this.plans = plans;
        this.audit = audit;
        this.zone = settings.zone();
    }

    /**
     * What a new code is good for.
     *
     * @param plan its slug
     * @param months 1 to 120
     * @param times how many readers may use it, each once; 1 to 100,000
     * @param expires when it can be used no more
     */
    public record Order(String plan, int months, int times, Optional<Instant> expires) {
        public Order {
            between("months", months, 120);
            between("times", times, 100_000);
        }

        private static void between(String what, int value, int most) {
            if (value < 1 || value > most) {
                throw new IllegalArgumentException(what + " is " + value + "; expected 1 to " + most);
            }
        }
    }

    /** What became of a code that somebody typed. */
    public sealed interface Redeemed {
        record Done(Subscription subscription) implements Redeemed {}

        record NoSuchCode() implements Redeemed {}

        record Expired() implements Redeemed {}

        /** Others have used it as often as it was good for. */
        record UsedUp() implements Redeemed {}

        /** This reader has used it before. */
        record Before() implements Redeemed {}

        /** What the reader has renews itself, so the months would be lost. Nothing was used. */
        record WouldBeLost() implements Redeemed {}

        /** Too many codes that were none; later there will be room again. */
        record TooMany() implements Redeemed {}
    }

    /**
     * Makes a code, which is told now and never again: only its hash is kept.
     *
     * @throws IllegalArgumentException when there is no such plan
     */
    public String make(Order order, Actor by, Instant at) {
        if (plans.named(order.plan()).isEmpty()) {
            throw new IllegalArgumentException("there is no plan \"" + order.plan() + "\"");
        }
        String code = Code.voucher();
        long id = keep(code, "voucher", order, by, at);
        String note = order.months() + " months of " + order.plan() + ", " + order.times() + " times";
        audit.write(new AuditLog.Entry(at, by, "voucher made", "voucher " + id, note));
        return code;
    }

    /** Adds its months to what the reader has of that plan. */
    public Redeemed redeem(ReaderId reader, String typed, Instant at) {
        List<Subscription> had = book.alone(reader);
        boolean renewing = had.stream()
                .anyMatch(each -> each.renews(at) && each.standing(at).reads());
        if (renewing) {
            return new Redeemed.WouldBeLost();
        }
        return switch (take(reader, typed, at)) {
            case Taken.Refused(Redeemed why) -> why;
            case Taken.Voucher(VoucherSql.Row voucher) -> new Redeemed.Done(begin(reader, voucher, had, at));
        };
    }

    /** A use of somebody's voucher: for themselves, or to give it away. */
    sealed interface Taken {
        record Voucher(VoucherSql.Row row) implements Taken {}

        record Refused(Redeemed why) implements Taken {}
    }

    /** Within a transaction that has the reader alone. */
    Taken take(ReaderId reader, String typed, Instant at) {
        if (sql.wrongSince(reader.value(), at.minus(WITHIN)) >= WRONG_CODES) {
            return new Taken.Refused(new Redeemed.TooMany());
        }
        Optional<VoucherSql.Row> voucher = Code.typed(typed).flatMap(sql::withCode);
        if (voucher.isEmpty()) {
            sql.forgetWrong(at.minus(WITHIN));
            sql.wrong(reader.value(), at);
            return new Taken.Refused(new Redeemed.NoSuchCode());
        }
        VoucherSql.Row row = voucher.get();
        if (row.expiresAt().filter(end -> !at.isBefore(end)).isPresent()) {
            return new Taken.Refused(new Redeemed.Expired());
        }
        if (!sql.redeem(row.id(), reader.value(), at)) {
            return new Taken.Refused(new Redeemed.Before());
        }
        if (!sql.take(row.id(), at)) {
            sql.unredeem(row.id(), reader.value());
            return new Taken.Refused(new Redeemed.UsedUp());
        }
        return new Taken.Voucher(row);
    }

    /** A code for somebody else, made without a word in the log: it has been paid for. */
    Made forPresent(Order order, Actor by, Instant at) {
        String code = Code.voucher();
        return new Made(keep(code, "gift", order, by, at), code);
    }

    record Made(long id, String code) {}

    private long keep(String code, String kind, Order order, Actor by, Instant at) {
        return sql.make(new VoucherSql.NewVoucher(
                Code.typed(code).orElseThrow(),
                kind,
                order.plan(),
                order.months(),
                order.times(),
                order.expires(),
                at,
                by.name()));
    }

    private Subscription begin(ReaderId reader, VoucherSql.Row voucher, List<Subscription> had, Instant at) {
        Plan plan = plans.named(voucher.plan()).orElseThrow();
        Instant from = had.stream()
                .filter(each -> each.plan().slug().equals(plan.slug()))
                .flatMap(each -> each.standing(at).readsUntil().stream())
                .reduce(at, (one, other) -> one.isAfter(other) ? one : other);
        Instant until = from.atZone(zone).plusMonths(voucher.months()).toInstant();
        Source source = voucher.kind().equals("gift") ? Source.GIFT : Source.VOUCHER;
        Standing.Facts facts = new Standing.Facts(
                source, at, Optional.empty(), Optional.of(until), Optional.empty(), Optional.empty());
        return book.begin(NewRow.of(reader, plan, facts, at));
    }
}
