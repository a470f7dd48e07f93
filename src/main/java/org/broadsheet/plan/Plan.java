package org.broadsheet.plan;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.broadsheet.base.Slugs;

/**
 * Something that is sold.
 *
 * @param slug names it in addresses, on the command line and in the records; never changes
 * @param price of one interval, for all its seats
 * @param trialDays free at the beginning, once for each person; 0 to 365
 * @param gifts stories that each of its readers may give away in a calendar month: 3 to 5
 * @param seats people who read by one subscription, the owner included; 1 to 500
 * @param sale whether it can be bought; who has it keeps it
 * @param place its order among the others
 * @param stripePrice what the payment provider calls this price, where the publisher made it there
 */
public record Plan(
        String slug,
        String name,
        Money price,
        Interval every,
        int trialDays,
        int gifts,
        int seats,
        Sale sale,
        int place,
        Optional<String> stripePrice) {

    private static final int LONGEST_NAME = 80;
    private static final int MOST_TRIAL_DAYS = 365;
    private static final int MOST_SEATS = 500;

    public Plan {
        if (!Slugs.isSlug(slug) || slug.length() > 60) {
            throw new IllegalArgumentException("plan is \"" + slug + "\"; expected small letters, digits and hyphens");
        }
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("a plan's name has 1 to " + LONGEST_NAME + " characters");
        }
        if (price.isNothing()) {
            throw new IllegalArgumentException("a plan costs something; what is free is given by hand");
        }
        between("trial days", trialDays, 0, MOST_TRIAL_DAYS);
        between("gifts", gifts, 3, 5);
        between("seats", seats, 1, MOST_SEATS);
    }

    /** A plan for one person that is on sale. */
    public static Plan of(String slug, String name, Money price, Interval every, int gifts) {
        return new Plan(slug, name, price, every, 0, gifts, 1, Sale.ON, 0, Optional.empty());
    }

    public Plan withTrial(int days) {
        return new Plan(slug, name, price, every, days, gifts, seats, sale, place, stripePrice);
    }

    public Plan withSeats(int people) {
        return new Plan(slug, name, price, every, trialDays, gifts, people, sale, place, stripePrice);
    }

    public Plan at(int order) {
        return new Plan(slug, name, price, every, trialDays, gifts, seats, sale, order, stripePrice);
    }

    public Plan onSale(Sale other) {
        return new Plan(slug, name, price, every, trialDays, gifts, seats, other, place, stripePrice);
    }

    public boolean forGroup() {
        return seats > 1;
    }

    private static void between(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(what + " is " + value + "; expected " + least + " to " + most);
        }
    }

    /** Whether a plan is to be had. */
    public enum Sale {
        ON,
        OFF
    }

    /** How long one payment lasts. */
    public enum Interval {
        MONTH(1),
        YEAR(12);

        private final int months;

        Interval(int months) {
            this.months = months;
        }

        public int months() {
            return months;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Interval of(String word) {
            return Arrays.stream(values())
                    .filter(each -> each.word().equals(word))
                    .findFirst()
                    .orElseThrow(
                            () -> new IllegalArgumentException("interval is \"" + word + "\"; expected month or year"));
        }

        /** The end of the so-manieth interval after a beginning, on the same day of the month where that month has it. */
        public Instant after(Instant beginning, int count, ZoneId zone) {
            ZonedDateTime at = beginning.atZone(zone);
            return at.plusMonths((long) months * count).toInstant();
        }

        /** The first end of an interval that lies after both its beginning and a moment. */
        public Instant next(Instant beginning, Instant after, ZoneId zone) {
            int count = 1;
            while (!after(beginning, count, zone).isAfter(after)) {
                count++;
            }
            return after(beginning, count, zone);
        }
    }
}
