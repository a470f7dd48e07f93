package org.broadsheet.media.darkroom;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.broadsheet.media.darkroom.engine.Size;
import org.junit.jupiter.api.Test;

class LadderTest {

    @Test
    void a_large_picture_has_every_step() {
        assertThat(Ladder.of(6000, 4000).stream().map(Size::width))
                .containsExactly(320, 480, 640, 960, 1280, 1600, 1920);
        assertThat(Ladder.of(6000, 4000).getLast()).isEqualTo(new Size(1920, 1280));
    }

    @Test
    void a_small_picture_stays_as_it_is() {
        assertThat(Ladder.of(250, 100)).containsExactly(new Size(250, 100));
        assertThat(Ladder.of(1, 1)).containsExactly(new Size(1, 1));
    }

    @Test
    void its_own_width_is_a_step_only_where_that_is_worth_it() {
        assertThat(Ladder.of(1000, 500).stream().map(Size::width)).containsExactly(320, 480, 640, 960);
        assertThat(Ladder.of(1440, 500).stream().map(Size::width)).containsExactly(320, 480, 640, 960, 1280, 1440);
    }

    @Test
    void a_picture_too_tall_for_its_width_has_none() {
        assertThat(Ladder.of(320, 40_000)).isEmpty();
        assertThat(Ladder.of(1, 16_383)).containsExactly(new Size(1, 16_383));
    }

    @Property
    void no_step_is_larger_than_the_picture_or_loses_its_proportions(
            @ForAll @IntRange(min = 1, max = 12_000) int width, @ForAll @IntRange(min = 1, max = 12_000) int height) {
        int before = 0;
        for (Size size : Ladder.of(width, height)) {
            assertThat(size.width()).isGreaterThan(before).isLessThanOrEqualTo(Math.min(width, 1920));
            assertThat(size.height()).isBetween(1, Ladder.TALLEST);
            assertThat(Math.abs((double) size.height() - (double) height * size.width() / width))
                    .isLessThanOrEqualTo(1);
            before = size.width();
        }
    }
}
