package org.broadsheet.wire.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

class HoursTest {
    /** @param each items so many hours ago */
    private static Hours hours(IntUnaryOperator each) {
        int[] ago = new int[Hours.KEPT];
        for (int hour = 0; hour < Hours.KEPT; hour++) {
            ago[hour] = each.applyAsInt(hour);
        }
        return new Hours(ago);
    }

    @Test
    void who_speaks_every_hour_is_missed_after_one() {
        assertThat(hours(hour -> 5).silent()).isEmpty();
        assertThat(hours(hour -> hour == 0 ? 0 : 5).silent()).contains(1);
    }

    @Test
    void who_speaks_in_the_mornings_alone_is_missed_when_a_morning_passes_and_not_at_night() {
        // it is noon; four items came at eight on each day before
        assertThat(hours(hour -> hour >= 24 && hour % 24 == 3 ? 4 : 0).silent()).contains(4);
        assertThat(hours(hour -> hour % 24 == 3 ? 4 : 0).silent()).isEmpty();
        // it is five in the morning of the same day: nothing came since yesterday, as on all days
        assertThat(hours(hour -> hour % 24 == 20 ? 4 : 0).silent()).isEmpty();
    }

    @Test
    void a_day_without_is_forgiven_two_are_a_habit() {
        assertThat(hours(hour -> hour == 0 || hour / 24 == 5 ? 0 : 1).silent()).contains(1);
        assertThat(hours(hour -> hour == 0 || hour / 24 == 5 || hour / 24 == 6 ? 0 : 1)
                        .silent())
                .isEmpty();
    }

    @Test
    void of_a_new_agency_nothing_is_usual_yet() {
        assertThat(hours(hour -> hour > 0 && hour < 6 * 24 ? 9 : 0).silent()).isEmpty();
        assertThat(hours(hour -> hour > 0 && hour < 8 * 24 ? 9 : 0).silent()).contains(1);
        assertThat(hours(hour -> 0).silent()).isEmpty();
    }
}
