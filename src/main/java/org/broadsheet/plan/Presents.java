package org.broadsheet.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.broadsheet.base.Actor;
import org.broadsheet.base.db.NamedSql;
import org.broadsheet.plan.book.Book;
import org.broadsheet.plan.book.Ledger;
import org.broadsheet.plan.book.PresentSql;
import org.broadsheet.reader.ReaderId;
import org.jdbi.v3.core.Jdbi;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whole subscriptions given away: one interval of a plan, paid for by one person, for another who gets a code by mail and
 * needs no account yet. The door; every call is one transaction.
 */
@Component
@Transactional
public class Presents {
    private static final Actor BY = new Actor("a reader's present");

    /** How long the recipient has to use the code. */
    private static final Duration LIFE = Duration.ofDays(365);

    private static final Duration TO_PAY = Duration.ofDays(14);

    /** Wait to be paid, of one reader, in the time there is for it. */
    static final int MOST_UNPAID = 5;

    private final PresentSql sql;
    private final Book book;
    private final Ledger ledger;
    private final Vouchers vouchers;
    private final ApplicationEventPublisher events;

    Presents(Jdbi jdbi, Book book, Ledger ledger, Vouchers vouchers, ApplicationEventPublisher events) {
        this.sql = NamedSql.of(jdbi, PresentSql.class);
        this.book = book;
        this.ledger = ledger;
        this.vouchers = vouchers;
        this.events = events;
    }

    /** What became of a voucher that somebody wants to give away. */
    public sealed interface Given {
        record Done(Present present) implements Given {}

        /** As it would be for themselves. */
        record Refused(Vouchers.Redeemed why) implements Given {}
    }

    /** Ordered, and sent as soon as it is paid. Nothing where {@link #MOST_UNPAID} of this reader's wait to be. */
    public Optional<Present> order(ReaderId buyer, Plan plan, Present.Card card, Instant at) {
        book.alone(buyer);
        return kept(buyer, plan, plan.every().months(), card, at);
    }

    /** Ordered, to be paid by invoice; or nothing, as with {@link #order}. */
    public Optional<Invoice> byInvoice(ReaderId buyer, Plan plan, Present.Card card, String billedTo, Instant at) {
        return order(buyer, plan, card, at).map(present -> ledger.bill(present, billedTo, at, at.plus(TO_PAY)));
    }

    /** Paid by a voucher of the giver's own, and sent at once. */
    public Given byVoucher(ReaderId buyer, String code, Present.Card card, Plans plans, Instant at) {
        book.alone(buyer);
        return switch (vouchers.take(buyer, code, at)) {
            case Vouchers.Taken.Refused(Vouchers.Redeemed why) -> new Given.Refused(why);
            case Vouchers.Taken.Voucher(var voucher) -> {
                Plan plan = plans.named(voucher.plan()).orElseThrow();
                long present = sql.order(row(buyer, plan, voucher.months(), card, at), at, Integer.MAX_VALUE)
                        .orElseThrow();
                yield new Given.Done(paid(present, at).orElseThrow());
            }
        };
    }

    /** It has been paid: the recipient is sent a code, once however often this is said. */
    public Optional<Present> paid(long id, Instant at) {
        return sql.lock(id).map(PresentSql.Row::present).map(present -> {
            if (present.paid().isEmpty()) {
                Vouchers.Order order =
                        new Vouchers.Order(present.plan().slug(), present.months(), 1, Optional.of(at.plus(LIFE)));
                Vouchers.Made made = vouchers.forPresent(order, BY, at);
                sql.deliver(id, made.id(), at);
                events.publishEvent(new PlanNews.PresentReady(present, made.code()));
            }
            return sql.lock(id).orElseThrow().present();
        });
    }

    /** All that a reader has given, the newest first. */
    @Transactional(readOnly = true)
    public List<Present> of(ReaderId buyer) {
        return sql.of(buyer.value()).stream().map(PresentSql.Row::present).toList();
    }

    private Optional<Present> kept(ReaderId buyer, Plan plan, int months, Present.Card card, Instant at) {
        return sql.order(row(buyer, plan, months, card, at), at.minus(TO_PAY), MOST_UNPAID)
                .map(id -> sql.lock(id).orElseThrow().present());
    }

    private static PresentSql.NewPresent row(ReaderId buyer, Plan plan, int months, Present.Card card, Instant at) {
        return new PresentSql.NewPresent(
                buyer.value(),
                plan.slug(),
                months,
                plan.price().minor(),
                plan.price().currency(),
                card.recipient(),
                card.from(),
                card.note(),
                at);
    }
}
