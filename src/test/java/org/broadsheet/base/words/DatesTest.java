package org.broadsheet.base.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.broadsheet.base.Language;
import org.junit.jupiter.api.Test;

class DatesTest {
    private static final Instant AT = Instant.parse("2026-01-03T04:10:07.890Z");
    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    @Test
    void english_readers_and_programs_read_the_same_instant_in_the_papers_zone() {
        Moment moment = new Dates(JAKARTA, Language.ENGLISH).moment(AT);
        assertThat(moment.machine()).isEqualTo("2026-01-03T11:10:07+07:00");
        assertThat(moment.people()).isEqualTo("Sat, January 3, 2026");
        assertThat(moment.day()).isEqualTo("January 3");
        assertThat(moment.clock()).isEqualTo("11:10 WIB");
    }

    @Test
    void a_day_that_could_be_of_another_year_says_which() {
        Dates dates = new Dates(JAKARTA, Language.ENGLISH);
        assertThat(dates.moment(Instant.parse("2025-03-17T00:00:00Z"), AT).day())
                .isEqualTo("March 17");
        assertThat(dates.moment(Instant.parse("2025-01-17T00:00:00Z"), AT).day())
                .isEqualTo("January 17, 2025");
        assertThat(new Dates(JAKARTA, Language.INDONESIAN)
                        .moment(Instant.parse("2019-03-17T00:00:00Z"), AT)
                        .day())
                .isEqualTo("17 Maret 2019");
    }

    @Test
    void indonesian_puts_the_day_first() {
        Dates dates = new Dates(JAKARTA, Language.INDONESIAN);
        assertThat(dates.moment(AT).people()).isEqualTo("Sabtu, 3 Januari 2026");
        assertThat(dates.moment(AT).day()).isEqualTo("3 Januari");
        assertThat(dates.masthead(AT)).isEqualTo("Sabtu, 3 Januari 2026");
    }

    @Test
    void a_day_begins_at_midnight_of_the_papers_zone() {
        Instant lateInLondon = Instant.parse("2025-12-31T20:00:00Z");
        assertThat(new Dates(JAKARTA, Language.ENGLISH).dayOf(lateInLondon)).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(new Dates(JAKARTA, Language.ENGLISH).masthead(lateInLondon)).isEqualTo("Thursday, January 1, 2026");
        assertThat(new Dates(ZoneId.of("UTC"), Language.ENGLISH)
                        .moment(lateInLondon)
                        .machine())
                .isEqualTo("2025-12-31T20:00:00+00:00");
    }
}
