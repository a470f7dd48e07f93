package org.broadsheet.plan.book;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.IntSupplier;
import org.broadsheet.base.db.NamedSql;
import org.broadsheet.ops.Job;
import org.broadsheet.plan.Plan;
import org.broadsheet.plan.PlanNews;
import org.broadsheet.plan.Plans;
import org.broadsheet.plan.Standing;
import org.broadsheet.plan.Subscription;
import org.jdbi.v3.core.Jdbi;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happens to subscriptions by itself as time passes: free time, paid time and grace end, and the next period is
 * billed. Each of these once, on whichever node comes first; what was missed while the paper stood still is made up for.
 */
@Component
public class Turns {
    private static final int AT_ONCE = 100;
    private static final Duration BILL_AHEAD = Duration.ofDays(14);
    private static final Duration NEVER_PAID = Duration.ofDays(30);

    private final SubscriptionSql sql;
    private final Book book;
    private final Ledger ledger;
    private final Plans plans;
    private final ApplicationEventPublisher events;

    Turns(Jdbi jdbi, Book book, Ledger ledger, Plans plans, ApplicationEventPublisher events) {
        this.sql = NamedSql.of(jdbi, SubscriptionSql.class);
        this.book = book;
        this.ledger = ledger;
        this.plans = plans;
        this.events = events;
    }

    @Configuration(proxyBeanMethods = false)
    static class Declared {
        @Bean
        Job turnSubscriptions(Turns turns, InstantSource clock) {
            return Job.every(Duration.ofMinutes(1), "plan.turns", () -> {
                Instant now = clock.instant();
                untilNoneIsLeft(() -> turns.turn(now));
                untilNoneIsLeft(() -> turns.bill(now));
                untilNoneIsLeft(() -> turns.giveUp(now));
            });
        }

        /** Some in each transaction. */
        private static void untilNoneIsLeft(IntSupplier some) {
            while (some.getAsInt() == AT_ONCE) {
                Thread.onSpinWait();
            }
        }
    }

    /** How many of those whose standing has changed were seen to. */
    @Transactional
    public int turn(Instant now) {
        List<SubscriptionRow> turned = sql.turned(now, AT_ONCE);
        turned.forEach(row -> turn(row.subscription(), now));
        return turned.size();
    }

    /** How many were billed for their next period. */
    @Transactional
    public int bill(Instant now) {
        List<SubscriptionRow> due = sql.toBeInvoiced(now.plus(BILL_AHEAD), AT_ONCE);
        due.forEach(row -> bill(row.subscription(), now));
        return due.size();
    }

    /** How many orders were given up that nobody has ever paid. */
    @Transactional
    public int giveUp(Instant now) {
        List<SubscriptionRow> never = sql.neverPaid(now.minus(NEVER_PAID), AT_ONCE);
        never.forEach(row -> end(row.subscription(), now));
        return never.size();
    }

    private void turn(Subscription subscription, Instant now) {
        Standing standing = subscription.standing(now);
        if (standing instanceof Standing.Lapsed(Instant since) && !subscription.atTheProvider()) {
            end(subscription, since);
        } else {
            // the same facts, and the next edge
            book.change(subscription, subscription.facts(), now);
        }
        subscription.reader().ifPresent(reader -> {
            if (standing instanceof Standing.Grace) {
                events.publishEvent(new PlanNews.GraceBegan(reader, subscription));
            }
            if (standing instanceof Standing.Lapsed) {
                events.publishEvent(new PlanNews.Ended(reader, subscription));
            }
        });
    }

    private void end(Subscription subscription, Instant at) {
        ledger.withdraw(subscription, at);
        book.change(subscription, subscription.facts().ended(at), at);
    }

    private void bill(Subscription subscription, Instant now) {
        Plan plan = subscription.nextPlan().flatMap(plans::named).orElse(subscription.plan());
        Instant due = subscription.facts().paidUntil().orElse(now);
        ledger.bill(subscription, plan, ledger.lastBilledTo(subscription), now, due);
    }
}
