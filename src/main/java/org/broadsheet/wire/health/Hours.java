package org.broadsheet.wire.health;

import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How many items came from one agency in each of the last hours.
 *
 * @param ago by how many hours ago, {@value #KEPT} of them; the first is the hour that ends now
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Hours(int[] ago) {
    static final int KEPT = 15 * 24;
    private static final int DAY = 24;
    private static final int DAYS = 14;

    /** Fewer days than this say nothing about what is usual. */
    private static final int DAYS_AT_LEAST = 7;

    /** Tried in turn: an agency that speaks each hour is missed after one, one that speaks in the mornings by noon. */
    private static final int[] SPANS = {1, 2, 4, 8, 12, 24};

    /**
     * The shortest time, in hours, within which the agency was heard at this time of the day on every day known but one, and is not
     * heard today. Empty where it is heard, or where nothing is usual.
     */
    Optional<Integer> silent() {
        int days = daysKnown();
        if (days < DAYS_AT_LEAST) {
            return Optional.empty();
        }
        return IntStream.of(SPANS)
                .filter(span -> heardOnDays(span, days) >= days - 1)
                .boxed()
                .findFirst()
                .filter(span -> count(0, span) == 0);
    }

    /** Since the first item that is known of, whole days of the last two weeks. */
    private int daysKnown() {
        int oldest =
                IntStream.range(0, KEPT).filter(hour -> ago[hour] > 0).max().orElse(0);
        return Math.min(DAYS, oldest / DAY);
    }

    private long heardOnDays(int span, int days) {
        return IntStream.rangeClosed(1, days)
                .filter(day -> count(day * DAY, span) > 0)
                .count();
    }

    private int count(int from, int hours) {
        return IntStream.range(from, Math.min(KEPT, from + hours))
                .map(hour -> ago[hour])
                .sum();
    }
}
