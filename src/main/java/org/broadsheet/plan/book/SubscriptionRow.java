package org.broadsheet.plan.book;

import java.time.Instant;
import java.util.Optional;
import org.broadsheet.plan.Money;
import org.broadsheet.plan.Plan;
import org.broadsheet.plan.Standing;
import org.broadsheet.plan.Subscription;
import org.broadsheet.reader.ReaderId;

/**
 * A line of plan.subscription beside its plan, whose columns are prefixed {@code plan_}.
 *
 * @param id 0 before it has been written
 */
public record SubscriptionRow(
        long id,
        Optional<Long> reader,
        PlanRow plan,
        String source,
        long agreedAmount,
        String agreedCurrency,
        String agreedEvery,
        int agreedSeats,
        Optional<String> nextPlan,
        Instant beganAt,
        Optional<Instant> trialUntil,
        Optional<Instant> paidUntil,
        Optional<Instant> cancelledAt,
        Optional<Instant> endedAt) {

    public Subscription subscription() {
        return new Subscription(
                id,
                reader.map(ReaderId::new),
                plan.plan(),
                new Money(agreedAmount, agreedCurrency),
                Plan.Interval.of(agreedEvery),
                agreedSeats,
                nextPlan,
                new Standing.Facts(
                        Subscription.Source.of(source), beganAt, trialUntil, paidUntil, cancelledAt, endedAt));
    }
}
