package org.broadsheet.story.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class LocalMomentTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static Instant at(String shown, ZoneId zone) {
        return LocalMoment.of(LocalDateTime.parse(shown), zone);
    }

    @Test
    void an_hour_that_comes_twice_is_its_second_one() {
        assertThat(at("2026-10-25T02:30", BERLIN)).isEqualTo(Instant.parse("2026-10-25T01:30:00Z"));
        assertThat(at("2026-10-25T03:00", BERLIN)).isEqualTo(Instant.parse("2026-10-25T02:00:00Z"));
    }

    @Test
    void an_hour_that_never_comes_ends_when_the_clock_goes_on() {
        assertThat(at("2026-03-29T02:30", BERLIN)).isEqualTo(Instant.parse("2026-03-29T01:00:00Z"));
        assertThat(at("2026-03-29T01:59", BERLIN)).isEqualTo(Instant.parse("2026-03-29T00:59:00Z"));
    }

    @Test
    void where_clocks_are_not_changed_nothing_is_special() {
        assertThat(at("2026-10-25T02:30", ZoneId.of("Asia/Jakarta"))).isEqualTo(Instant.parse("2026-10-24T19:30:00Z"));
    }
}
