package org.broadsheet.paywall;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

/** One calendar month of the paper's zone, with the words of the faces that name its end. */
public final class MeterMonth {

    private final YearMonth month;
    private final Instant begins;
    private final Instant ends;
    private final List<String> metered;
    private final String spent;

    private MeterMonth(YearMonth month, ZoneId zone, int most) {
        this.month = month;
        this.begins = month.atDay(1).atStartOfDay(zone).toInstant();
        this.ends = month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
        this.metered = IntStream.rangeClosed(0, most)
                .mapToObj(left -> Face.metered(left, month))
                .toList();
        this.spent = Face.spent(month);
    }

    static MeterMonth of(Instant now, ZoneId zone, int most) {
        return new MeterMonth(YearMonth.from(now.atZone(zone)), zone, most);
    }

    boolean holds(Instant now) {
        return !now.isBefore(begins) && now.isBefore(ends);
    }

    public YearMonth month() {
        return month;
    }

    /** When the meter begins anew. */
    public Instant ends() {
        return ends;
    }

    String face(int left) {
        return metered.get(Math.min(left, metered.size() - 1));
    }

    String spent() {
        return spent;
    }
}
