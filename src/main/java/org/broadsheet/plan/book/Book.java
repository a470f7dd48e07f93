package org.broadsheet.plan.book;

import java.time.Instant;
import java.util.Optional;
import org.broadsheet.base.db.Change;
import org.broadsheet.base.db.ChangeNotices;
import org.broadsheet.base.db.NamedSql;
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

    Book(Jdbi jdbi, ChangeNotices notices) {
        this.sql = NamedSql.of(jdbi, SubscriptionSql.class);
        this.notices = notices;
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
