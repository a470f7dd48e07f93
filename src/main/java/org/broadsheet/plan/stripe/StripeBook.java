package org.broadsheet.plan.stripe;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.broadsheet.base.Actor;
import org.broadsheet.base.db.NamedSql;
import org.broadsheet.ops.AuditLog;
import org.broadsheet.ops.Jobs;
import org.broadsheet.plan.Plan;
import org.broadsheet.plan.Plans;
import org.broadsheet.plan.Presents;
import org.broadsheet.plan.Subscription;
import org.broadsheet.plan.Subscriptions;
import org.broadsheet.plan.book.Book;
import org.broadsheet.plan.book.Ledger;
import org.broadsheet.plan.book.NewRow;
import org.broadsheet.reader.ReaderId;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes over into the books what Stripe has answered. Every call is one transaction, and none asks the network. */
@Component
@Transactional
class StripeBook {
    static final Actor STRIPE = new Actor("the payment provider");

    private final StripeSql sql;
    private final Book book;
    private final Ledger ledger;
    private final Desk desk;

    /** Where else it writes. */
    @Component
    record Desk(Plans plans, Presents presents, Subscriptions subscriptions, AuditLog audit, Jobs jobs) {}

    StripeBook(Jdbi jdbi, Book book, Ledger ledger, Desk desk) {
        this.sql = NamedSql.of(jdbi, StripeSql.class);
        this.book = book;
        this.ledger = ledger;
        this.desk = desk;
    }

    /** What Stripe calls news, and when it came. */
    record Event(String id, String type, Instant at) {}

    /** What became of an answer. */
    enum Taken {
        OVER,
        /** It says what the books say. */
        SAME,
        /** The news it answers has had its effect before. */
        BEFORE,
        /** Somebody has taken over a later answer: ask again. */
        OVERTAKEN,
        /** It is no reader's of ours, or of no plan of ours. */
        NOBODYS,
        /** The reader pays for another already: this one is stopped. */
        DOUBLE
    }

    /** How often this one has been taken over: to be read before Stripe is asked. */
    int version(String stripeId) {
        sql.know(stripeId);
        return sql.version(stripeId);
    }

    /** Nothing for us to do but to remember it. */
    void note(Event event, String outcome) {
        sql.applyOnce(event.id(), event.type(), event.at(), outcome);
    }

    /** @param event the news that made us ask; absent when nobody told us */
    Taken take(StripeState state, int version, Optional<Event> event, Instant at) {
        boolean again = event.isPresent() && !once(event.get(), "taken over");
        if (again) {
            return Taken.BEFORE;
        }
        if (!sql.advance(state.id(), version)) {
            throw new Overtaken();
        }
        Optional<Long> number = sql.subscription(state.id());
        // before the row itself, as everybody else does who locks both
        number.flatMap(sql::owner).map(ReaderId::new).ifPresent(book::alone);
        Optional<Subscription> known = number.flatMap(book::lock);
        return known.map(subscription -> change(subscription, state, at)).orElseGet(() -> begin(state, at));
    }

    /** Takes the news back with the transaction, so that it is asked about again. */
    static final class Overtaken extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** A present has been paid for. */
    Taken present(long present, Optional<Event> event, Instant at) {
        if (event.isPresent() && !once(event.get(), "present paid")) {
            return Taken.BEFORE;
        }
        return desk.presents().paid(present, at).isPresent() ? Taken.OVER : Taken.NOBODYS;
    }

    /** It is not at Stripe any more, and neither is what it gave. */
    Taken gone(String stripeId, int version, Instant at) {
        if (!sql.advance(stripeId, version)) {
            throw new Overtaken();
        }
        Optional<Subscription> living = sql.subscription(stripeId)
                .flatMap(book::lock)
                .filter(each -> each.facts().endedAt().isEmpty());
        living.ifPresent(each -> book.change(each, each.facts().ended(at), at));
        return living.isPresent() ? Taken.OVER : Taken.SAME;
    }

    /** Paid for by an account that is not here any more: it is stopped there. */
    void nobodys(String stripeId, Optional<Event> event, Instant at) {
        event.ifPresent(news -> once(news, "nobody's"));
        desk.jobs().at(at, Farewells.STOP, stripeId);
        String note =
                stripeId + " at Stripe was for an account that is not here: see whether something has to be paid back";
        desk.audit().write(new AuditLog.Entry(at, STRIPE, "nobody's subscription stopped", "Stripe", note));
    }

    /** Whether the books say what Stripe says, as far as it is anybody's. */
    @Transactional(readOnly = true)
    boolean agrees(StripeState state) {
        return sql.subscription(state.id())
                .flatMap(id -> desk.subscriptions().numbered(id))
                .map(known -> known.facts().equals(state.facts())
                        && plan(state)
                                .map(plan -> plan.slug().equals(known.plan().slug()))
                                .orElse(true)
                        && state.agreed()
                                .map(terms -> terms.equals(new StripeState.Agreed(known.price(), known.every())))
                                .orElse(true))
                // what has ended before anybody here had it is nobody's loss
                .orElse(state.facts().endedAt().isPresent());
    }

    private boolean once(Event event, String outcome) {
        return sql.applyOnce(event.id(), event.type(), event.at(), outcome);
    }

    private Taken change(Subscription subscription, StripeState state, Instant at) {
        if (revives(subscription, state, at)) {
            return twice(state, subscription.reader().orElseThrow(), at);
        }
        boolean agreed = plan(state)
                .map(plan -> {
                    StripeState.Agreed terms = terms(state, plan);
                    return sql.agree(
                            subscription.id(),
                            plan.slug(),
                            terms.price().minor(),
                            terms.price().currency(),
                            terms.every().word());
                })
                .orElse(false);
        if (subscription.facts().equals(state.facts())) {
            if (agreed) {
                book.announce(subscription.id());
            }
            return agreed ? Taken.OVER : Taken.SAME;
        }
        book.change(subscription, state.facts(), at);
        return Taken.OVER;
    }

    private Taken begin(StripeState state, Instant at) {
        Optional<ReaderId> reader =
                state.reader().or(() -> state.customer().flatMap(sql::readerOf)).map(ReaderId::new);
        Optional<Plan> plan = plan(state);
        if (reader.isEmpty() || plan.isEmpty()) {
            return Taken.NOBODYS;
        }
        Optional<Subscription> other = renewing(reader.get(), state, at);
        if (other.isPresent()) {
            return twice(state, reader.get(), at);
        }
        StripeState.Agreed terms = terms(state, plan.get());
        book.begin(NewRow.of(reader.get(), plan.get(), state.facts(), at)
                .atStripe(state.id())
                .agreed(terms.price(), terms.every()));
        if (state.facts().trialUntil().isPresent()) {
            book.hadTrial(reader.get(), at);
        }
        state.customer().ifPresent(customer -> sql.customer(reader.get().value(), customer));
        return Taken.OVER;
    }

    /** One that was over stands up again, as when a bill is paid late. */
    private boolean revives(Subscription subscription, StripeState state, Instant at) {
        return subscription.facts().endedAt().isPresent()
                && state.facts().endedAt().isEmpty()
                && subscription
                        .reader()
                        .flatMap(reader -> renewing(reader, state, at))
                        .isPresent();
    }

    /** Another that renews itself; an order by invoice that nobody has paid gives way. */
    private Optional<Subscription> renewing(ReaderId reader, StripeState state, Instant at) {
        if (state.facts().endedAt().isPresent()) {
            return Optional.empty();
        }
        List<Subscription> others = book.alone(reader).stream()
                .filter(each -> each.source().renews() && each.facts().endedAt().isEmpty())
                .filter(each -> !sql.stripeId(each.id()).equals(Optional.of(state.id())))
                .toList();
        for (Subscription other : others) {
            if (!other.atTheProvider() && !other.standing(at).reads()) {
                ledger.withdraw(other, at);
                book.change(other, other.facts().ended(at), at);
            } else {
                return Optional.of(other);
            }
        }
        return Optional.empty();
    }

    private Taken twice(StripeState state, ReaderId reader, Instant at) {
        desk.jobs().at(at, Farewells.STOP, state.id());
        desk.audit()
                .write(new AuditLog.Entry(
                        at,
                        STRIPE,
                        "double subscription stopped",
                        "reader " + reader,
                        state.id() + " at Stripe: see whether something has to be paid back"));
        return Taken.DOUBLE;
    }

    private Optional<Plan> plan(StripeState state) {
        return state.price().flatMap(sql::planOf).or(state::plan).flatMap(desk.plans()::named);
    }

    private static StripeState.Agreed terms(StripeState state, Plan plan) {
        return state.agreed().orElseGet(() -> new StripeState.Agreed(plan.price(), plan.every()));
    }

    // what the till asks

    Optional<String> stripeId(Subscription subscription) {
        return sql.stripeId(subscription.id());
    }

    Optional<String> customer(ReaderId reader) {
        return sql.customer(reader.value());
    }

    void customer(ReaderId reader, String customer) {
        sql.customer(reader.value(), customer);
    }

    /** Counts what a reader has had, so that a new wish for one is told from the same wish twice. */
    int count(ReaderId reader) {
        return sql.count(reader.value());
    }

    /** Whether this reader pays for one already. */
    boolean renews(ReaderId reader, Instant at) {
        return book.alone(reader).stream()
                .filter(each -> each.source().renews() && each.facts().endedAt().isEmpty())
                .anyMatch(each -> each.atTheProvider() || each.standing(at).reads());
    }

    /** What nothing has to be paid for: time given or left, and free time that has not been had. */
    Optional<Instant> free(ReaderId reader, Plan plan, Instant at) {
        return book.free(reader, plan, at);
    }

    void priced(Plan plan, String price) {
        sql.price(price, plan.slug());
        sql.priced(
                plan.slug(),
                price,
                plan.price().minor(),
                plan.price().currency(),
                plan.every().word());
    }
}
