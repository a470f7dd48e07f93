package org.broadsheet.plan.book;

import java.util.Optional;
import org.broadsheet.plan.Money;
import org.broadsheet.plan.Plan;

/** A line of plan.plan. */
public record PlanRow(
        String slug,
        String name,
        long amount,
        String currency,
        String every,
        int trialDays,
        int gifts,
        int seats,
        boolean onSale,
        int place,
        Optional<String> stripePrice) {

    public static PlanRow of(Plan plan) {
        return new PlanRow(
                plan.slug(),
                plan.name(),
                plan.price().minor(),
                plan.price().currency(),
                plan.every().word(),
                plan.trialDays(),
                plan.gifts(),
                plan.seats(),
                plan.sale() == Plan.Sale.ON,
                plan.place(),
                plan.stripePrice());
    }

    public Plan plan() {
        return new Plan(
                slug,
                name,
                new Money(amount, currency),
                Plan.Interval.of(every),
                trialDays,
                gifts,
                seats,
                onSale ? Plan.Sale.ON : Plan.Sale.OFF,
                place,
                stripePrice);
    }
}
