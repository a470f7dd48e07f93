package org.broadsheet.plan.book;

import java.time.Instant;
import java.util.Optional;
import org.broadsheet.plan.Money;
import org.broadsheet.plan.Plan;
import org.broadsheet.plan.Standing;
import org.broadsheet.reader.ReaderId;

/** A subscription on its way into the books. */
public record NewRow(
        long reader,
        String plan,
        String source,
        long amount,
        String currency,
        String every,
        int seats,
        Instant beganAt,
        Optional<Instant> trialUntil,
        Optional<Instant> paidUntil,
        Optional<Instant> cancelledAt,
        Optional<Instant> endedAt,
        Optional<Instant> nextEdge,
        Optional<String> stripeId) {

    /** At the plan's present terms. */
    public static NewRow of(ReaderId reader, Plan plan, Standing.Facts facts, Instant now) {
        return new NewRow(
                reader.value(),
                plan.slug(),
                facts.source().word(),
                plan.price().minor(),
                plan.price().currency(),
                plan.every().word(),
                plan.seats(),
                facts.beganAt(),
                facts.trialUntil(),
                facts.paidUntil(),
                facts.cancelledAt(),
                facts.endedAt(),
                Standing.nextEdge(facts, now),
                Optional.empty());
    }

    public NewRow atStripe(String id) {
        return new NewRow(
                reader,
                plan,
                source,
                amount,
                currency,
                every,
                seats,
                beganAt,
                trialUntil,
                paidUntil,
                cancelledAt,
                endedAt,
                nextEdge,
                Optional.of(id));
    }

    /** At other terms than the plan's present ones. */
    public NewRow agreed(Money price, Plan.Interval interval) {
        return new NewRow(
                reader,
                plan,
                source,
                price.minor(),
                price.currency(),
                interval.word(),
                seats,
                beganAt,
                trialUntil,
                paidUntil,
                cancelledAt,
                endedAt,
                nextEdge,
                stripeId);
    }
}
