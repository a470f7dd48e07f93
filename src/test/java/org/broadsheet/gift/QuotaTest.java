package org.broadsheet.gift;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.broadsheet.gift.Quotas.Month;
import org.junit.jupiter.api.Test;

class QuotaTest {
    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(ZoneId.getAvailableZoneIds().stream().sorted().toList())
                .map(ZoneId::of);
    }

    @Provide
    Arbitrary<Instant> moments() {
        return Arbitraries.longs().between(0, 4_102_444_800L).map(Instant::ofEpochSecond);
    }

    @Property
    void every_moment_is_in_the_month_that_its_own_calendar_day_says(
            @ForAll("zones") ZoneId zone, @ForAll("moments") Instant now) {
        Month month = Month.of(now, zone);
        assertThat(month.first().getDayOfMonth()).isEqualTo(1);
        assertThat(now.atZone(zone).toLocalDate().withDayOfMonth(1)).isEqualTo(month.first());
        assertThat(month.next()).isAfter(now);
        ZonedDateTime next = month.next().atZone(zone);
        assertThat(next.toLocalDate()).isEqualTo(month.first().plusMonths(1));
        assertThat(month.next().minusNanos(1).atZone(zone).toLocalDate()).isBefore(next.toLocalDate());
        assertThat(Month.of(month.next(), zone).first()).isEqualTo(month.first().plusMonths(1));
    }

    /** Where the first midnight of a month does not exist or comes after an hour that came twice, where a day was skipped, and at odd offsets. */
    @Test
    void months_begin_right_where_clocks_are_odd() {
        for (String odd : List.of(
                "Africa/Cairo 2010-09-30T21:30:00Z 2010-09-01 2010-09-30T22:00:00Z",
                "America/Asuncion 2017-09-30T23:00:00Z 2017-09-01 2017-10-01T04:00:00Z",
                "Pacific/Apia 2011-12-30T09:59:59Z 2011-12-01 2011-12-31T10:00:00Z",
                "Asia/Kathmandu 2026-01-31T18:14:59Z 2026-01-01 2026-01-31T18:15:00Z",
                "Pacific/Chatham 2026-03-31T10:14:59Z 2026-03-01 2026-03-31T10:15:00Z",
                "Australia/Lord_Howe 2026-10-31T12:59:59Z 2026-10-01 2026-10-31T13:00:00Z")) {
            String[] parts = odd.split(" ");
            Month month = Month.of(Instant.parse(parts[1]), ZoneId.of(parts[0]));
            assertThat(month.first() + " " + month.next()).as(odd).isEqualTo(parts[2] + " " + parts[3]);
        }
    }

    @Property
    void what_is_left_is_never_less_than_nothing(@ForAll("counts") int quota, @ForAll("counts") int used) {
        int left = new Offer.Allowance(quota, used, Instant.EPOCH).left();
        assertThat(left).isBetween(0, quota);
        assertThat(left == 0).isEqualTo(used >= quota);
    }

    @Provide
    Arbitrary<Integer> counts() {
        return Arbitraries.integers().between(0, 5);
    }
}
