package org.broadsheet.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.broadsheet.base.Actor;
import org.broadsheet.base.db.NamedSql;
import org.broadsheet.ops.AuditLog;
import org.broadsheet.plan.Subscription.Source;
import org.broadsheet.plan.book.Book;
import org.broadsheet.plan.book.Ledger;
import org.broadsheet.plan.book.NewRow;
import org.broadsheet.plan.book.SubscriptionRow;
import org.broadsheet.plan.book.SubscriptionSql;
import org.broadsheet.reader.ReaderId;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What readers have: ordered, given by hand, cancelled, taken up again. The door; every call is one transaction. */
@Component
@Transactional
public class Subscriptions {
    private static final Duration TO_PAY = Duration.ofDays(14);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int MOST_A_DAY = 10;

    private final SubscriptionSql sql;
    private final Book book;
    private final Ledger ledger;
    private final Plans plans;
    private final AuditLog audit;

    Subscriptions(Jdbi jdbi, Book book, Ledger ledger, Plans plans, AuditLog audit) {
        this.sql = NamedSql.of(jdbi, SubscriptionSql.class);
        this.book = book;
        this.ledger = ledger;
        this.plans = plans;
        this.audit = audit;
    }

    /**
     * A subscription that nobody pays for.
     *
     * @param plan its slug
     * @param until when it ends by itself
     * @param why for the record
     */
    public record Gift(ReaderId reader, String plan, Instant until, String why) {}

    /** What became of an order. */
    public sealed interface Ordered {
        /** @param invoice waits to be paid; its free time, if there is any, has begun */
        record Done(Subscription subscription, Invoice invoice) implements Ordered {}

        /** The reader has one that renews itself: another would be paid for twice. */
        record HasOne(Subscription subscription) implements Ordered {}

        record NotOnSale() implements Ordered {}

        /** Each is a bill and a mail: so many a day, cancelled ones among them. */
        record TooMany() implements Ordered {}
    }

    /** What became of a wish to change something. */
    public sealed interface Changed {
        record Done(Subscription subscription) implements Changed {}

        /** Nothing of this reader's has that number. */
        record NotThere() implements Changed {}

        /** The payment provider keeps it: it has to be asked. */
        record AtTheProvider(Subscription subscription) implements Changed {}

        /** It is over, or was never such that it could be changed. */
        record NotPossible() implements Changed {}
    }

    /** Subscribes by invoice. */
    public Ordered order(ReaderId reader, String slug, String billedTo, Instant at) {
        Optional<Plan> plan = plans.named(slug).filter(each -> each.sale() == Plan.Sale.ON);
        if (plan.isEmpty()) {
            return new Ordered.NotOnSale();
        }
        List<Subscription> had = book.alone(reader);
        if (had.stream().filter(each -> isOrderedSince(each, at.minus(DAY))).count() >= MOST_A_DAY) {
            return new Ordered.TooMany();
        }
        Optional<Subscription> renewing = had.stream()
                .filter(each ->
                        each.facts().endedAt().isEmpty() && each.source().renews())
                .findFirst();
        if (renewing.isPresent()) {
            return new Ordered.HasOne(renewing.get());
        }
        Optional<Instant> free = book.free(reader, plan.get(), at);
        Standing.Facts facts =
                new Standing.Facts(Source.INVOICE, at, free, Optional.empty(), Optional.empty(), Optional.empty());
        Subscription begun = book.begin(NewRow.of(reader, plan.get(), facts, at));
        if (plan.get().trialDays() > 0) {
            book.hadTrial(reader, at);
        }
        Instant soon = at.plus(TO_PAY);
        Instant due = free.filter(soon::isBefore).orElse(soon);
        return new Ordered.Done(begun, ledger.bill(begun, plan.get(), billedTo, at, due));
    }

    private static boolean isOrderedSince(Subscription one, Instant since) {
        return one.source() == Source.INVOICE && one.facts().beganAt().isAfter(since);
    }

    /**
     * Gives a subscription by hand; the audit log says who and why.
     *
     * @throws IllegalArgumentException when there is no such plan, or its end is not ahead
     */
    public Subscription give(Gift gift, Actor by, Instant at) {
        Plan plan = plans.named(gift.plan())
                .orElseThrow(() -> new IllegalArgumentException("there is no plan \"" + gift.plan() + "\""));
        if (!gift.until().isAfter(at)) {
            throw new IllegalArgumentException("the end is " + gift.until() + "; expected a time to come");
        }
        Standing.Facts facts = new Standing.Facts(
                Source.HAND, at, Optional.empty(), Optional.of(gift.until()), Optional.empty(), Optional.empty());
        Subscription given = book.begin(NewRow.of(gift.reader(), plan, facts, at));
        audit.write(new AuditLog.Entry(at, by, "subscription given", "reader " + gift.reader(), gift.why()));
        return given;
    }

    /** Takes back what was given by hand, or any other that the provider does not keep. */
    public Changed end(long id, String why, Actor by, Instant at) {
        return book.lock(id)
                .<Changed>map(subscription -> {
                    if (subscription.atTheProvider()) {
                        return new Changed.AtTheProvider(subscription);
                    }
                    ledger.withdraw(subscription, at);
                    book.change(subscription, subscription.facts().ended(at), at);
                    audit.write(new AuditLog.Entry(at, by, "subscription ended", "subscription " + id, why));
                    return new Changed.Done(book.lock(id).orElseThrow());
                })
                .orElseGet(Changed.NotThere::new);
    }

    /** It shall not renew; what is paid or free stays until its end. */
    public Changed cancel(ReaderId reader, long id, Instant at) {
        return own(reader, id, subscription -> {
            if (!subscription.renews(at)) {
                return new Changed.NotPossible();
            }
            ledger.withdraw(subscription, at);
            Standing.Facts cancelled = subscription.facts().cancelled(Optional.of(at));
            boolean nothingLeft = !Standing.of(cancelled, at).reads();
            book.change(subscription, nothingLeft ? cancelled.ended(at) : cancelled, at);
            return new Changed.Done(book.lock(id).orElseThrow());
        });
    }

    /** It shall renew after all, while something is left of it. */
    public Changed resume(ReaderId reader, long id, Instant at) {
        return own(reader, id, subscription -> {
            if (!(subscription.standing(at) instanceof Standing.Leaving(Instant until))
                    || !subscription.source().renews()) {
                return new Changed.NotPossible();
            }
            book.change(subscription, subscription.facts().cancelled(Optional.empty()), at);
            if (subscription.facts().paidUntil().isEmpty()) {
                ledger.bill(subscription, subscription.plan(), ledger.lastBilledTo(subscription), at, until);
            }
            return new Changed.Done(book.lock(id).orElseThrow());
        });
    }

    /** Another plan from the next paid period on; what waits to be paid is billed anew. */
    public Changed change(ReaderId reader, long id, Plan plan, Instant at) {
        return own(reader, id, subscription -> {
            if (!subscription.renews(at) || plan.sale() == Plan.Sale.OFF) {
                return new Changed.NotPossible();
            }
            book.nextPlan(subscription, plan);
            ledger.open(subscription).ifPresent(open -> {
                ledger.withdraw(subscription, at);
                ledger.bill(subscription, plan, open.billedTo(), at, open.due());
            });
            return new Changed.Done(book.lock(id).orElseThrow());
        });
    }

    /** All that a reader has or had of their own, the newest first. */
    @Transactional(readOnly = true)
    public List<Subscription> of(ReaderId reader) {
        return sql.of(reader.value()).stream()
                .map(SubscriptionRow::subscription)
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<Subscription> numbered(long id) {
        return sql.numbered(id).map(SubscriptionRow::subscription);
    }

    /** Until when a new subscription would cost this reader nothing: free time, and what they have anyway. */
    @Transactional(readOnly = true)
    public Optional<Instant> free(ReaderId reader, Plan plan, Instant at) {
        return book.free(reader, plan, at);
    }

    private Changed own(ReaderId reader, long id, Function<Subscription, Changed> change) {
        return book.lock(id, reader)
                .map(subscription -> subscription.atTheProvider()
                        ? new Changed.AtTheProvider(subscription)
                        : change.apply(subscription))
                .orElseGet(Changed.NotThere::new);
    }
}
