package org.broadsheet.demo;

import java.util.List;
import org.broadsheet.plan.Money;
import org.broadsheet.plan.Plan;
import org.broadsheet.plan.Plan.Interval;

/** What the sample paper sells. */
final class SamplePlans {
    static final String READER = "reader";
    static final String PATRON = "patron";

    private SamplePlans() {}

    static List<Plan> all() {
        return List.of(
                plan(READER, "Reader", "49000", Interval.MONTH, 3).withTrial(14).at(1),
                plan("reader-yearly", "Reader, a year", "490000", Interval.YEAR, 3)
                        .at(2),
                plan(PATRON, "Patron", "99000", Interval.MONTH, 5).at(3),
                plan("patron-yearly", "Patron, a year", "990000", Interval.YEAR, 5)
                        .at(4));
    }

    private static Plan plan(String slug, String name, String price, Interval every, int gifts) {
        return Plan.of(slug, name, Money.of(price, "IDR"), every, gifts);
    }
}
