package org.broadsheet.plan.book;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.broadsheet.base.Settings;
import org.broadsheet.base.db.Change;
import org.broadsheet.base.db.ChangeNotices;
import org.broadsheet.base.db.NamedSql;
import org.broadsheet.plan.Invoice;
import org.broadsheet.plan.Plan;
import org.broadsheet.plan.Standing;
import org.broadsheet.plan.Subscription;
import org.broadsheet.reader.ReaderId;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes subscriptions: every way of beginning and changing one comes here, within the transaction of the door that wants
 * it, so that all whose reading depends on it are told of it.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Book {
    private final SubscriptionSql sql;
    private final ChangeNotices notices;
    private final ZoneId zone;

    Book(Jdbi jdbi, ChangeNotices notices, Settings settings) {
        this.sql = NamedSql.of(jdbi, SubscriptionSql.class);
        this.notices = notices;
        this.zone = settings.zone();
    }

    public Subscription begin(NewRow row) {
        long id = sql.begin(row);
        announce(id);
        return lock(id).orElseThrow();
    }

    /** Nobody else changes it until this transaction ends. */
    public Optional<Subscription> lock(long id) {
        return sql.lock(id).map(SubscriptionRow::subscription);
    }

    /** Its owner's alone. */
    public Optional<Subscription> lock(long id, ReaderId owner) {
        return sql.lockOwn(id, owner.value()).map(SubscriptionRow::subscription);
    }

    /** Nobody else adds to what this reader has until this transaction ends. */
    public List<Subscription> alone(ReaderId reader) {
        sql.alone(reader.value());
        return sql.lockOf(reader.value()).stream()
                .map(SubscriptionRow::subscription)
                .toList();
    }

    public void hadTrial(ReaderId reader, Instant at) {
        sql.takeTrial(reader.value(), at);
    }

    /** Until when a new subscription would be free: what the reader has anyway is not paid for twice. Takes nothing. */
    public Optional<Instant> free(ReaderId reader, Plan plan, Instant at) {
        Optional<Instant> trial = plan.trialDays() > 0 && !sql.hadTrial(reader.value())
                ? Optional.of(at.plus(Duration.ofDays(plan.trialDays())))
                : Optional.empty();
        return Stream.concat(
                        trial.stream(),
                        sql.of(reader.value()).stream()
                                .map(SubscriptionRow::subscription)
                                .flatMap(each -> each.standing(at).readsUntil().stream()))
                .max(Instant::compareTo);
    }

    /** A payment of one interval has come: the plan chosen for it begins, and time is added where the paid time ends. */
    public Invoice.Period paid(Subscription subscription, Plan plan, Instant at) {
        boolean other = !plan.slug().equals(subscription.plan().slug());
        Instant covered = subscription.facts().covered().orElse(at);
        boolean late = subscription.facts().paidUntil().isEmpty() && covered.isBefore(at);
        Instant from = late ? at : covered;
        if (other) {
            change(subscription, plan);
            sql.reanchor(subscription.id(), from);
        }
        sql.anchor(subscription.id(), from);
        Instant anchor = sql.anchor(subscription.id()).orElse(from);
        Instant until = plan.every().next(anchor, from, zone);
        change(subscription, subscription.facts().paid(until), at);
        return new Invoice.Period(from, until);
    }

    public void nextPlan(Subscription subscription, Plan plan) {
        sql.nextPlan(subscription.id(), plan.slug());
    }

    public void change(Subscription subscription, Standing.Facts facts, Instant now) {
        sql.facts(
                subscription.id(),
                new SubscriptionSql.FactsRow(
                        facts.trialUntil(),
                        facts.paidUntil(),
                        facts.cancelledAt(),
                        facts.endedAt(),
                        Standing.nextEdge(facts, now)));
        announce(subscription.id());
    }

    /** Another plan from now on, at its present terms. */
    public void change(Subscription subscription, Plan plan) {
        sql.terms(
                subscription.id(),
                new SubscriptionSql.TermsRow(
                        plan.slug(),
                        plan.price().minor(),
                        plan.price().currency(),
                        plan.every().word(),
                        plan.seats()));
        announce(subscription.id());
    }

    /** Tells every node of all whose reading depends on it. */
    public void announce(long subscription) {
        sql.readers(subscription).forEach(reader -> announce(new ReaderId(reader)));
    }

    public void announce(ReaderId reader) {
        notices.announce(new Change("standing", reader.toString()));
    }
}
