package org.broadsheet.media.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.broadsheet.media.words.Taken.Precision;
import org.junit.jupiter.api.Test;

class TakenTest {

    private record Case(String written, String iso, Precision precision, boolean offset) {}

    @Test
    void a_moment_is_read_as_each_standard_writes_it_and_no_more_exact() {
        for (Case each : List.of(
                new Case("20260103", "2026-01-03", Precision.DAY, false),
                new Case("20260103T111007+0700", "2026-01-03T11:10:07+07:00", Precision.SECOND, true),
                new Case("20260100", "2026-01", Precision.MONTH, false),
                new Case("2026", "2026", Precision.YEAR, false),
                new Case("2026-01", "2026-01", Precision.MONTH, false),
                new Case("2026-01-03T11:10+07:00", "2026-01-03T11:10+07:00", Precision.MINUTE, true),
                new Case("2026-01-03T11:10:07.25Z", "2026-01-03T11:10:07Z", Precision.SECOND, true),
                new Case("2026:01:03 11:10:07", "2026-01-03T11:10:07", Precision.SECOND, false))) {
            Taken taken = Taken.parse(each.written()).orElseThrow();
            assertThat(taken).as(each.written()).isEqualTo(new Taken(each.iso()));
            assertThat(taken.precision()).as(each.written()).isEqualTo(each.precision());
            assertThat(taken.offset().isPresent()).as(each.written()).isEqualTo(each.offset());
            assertThat(taken.day().isPresent()).isEqualTo(each.precision().compareTo(Precision.DAY) >= 0);
        }
    }

    @Test
    void what_is_no_day_is_none() {
        for (String written :
                List.of("", "0000:00:00 00:00:00", "20260231", "yesterday", "2026-01-03T25:00", "17000101")) {
            assertThat(Taken.parse(written)).as(written).isEmpty();
        }
    }
}
