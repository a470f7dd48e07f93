package org.broadsheet.media.darkroom;

import java.util.ArrayList;
import java.util.List;
import org.broadsheet.media.darkroom.engine.Size;

/**
 * The widths that are made of a picture: 320 to 1920 px, never more than it has; and its own width where that is well
 * above the last step, or below the first.
 */
final class Ladder {

    /** WebP has 14 bits for a side (RFC 9649 section 3). */
    static final int TALLEST = 16_383;

    private static final List<Integer> STEPS = List.of(320, 480, 640, 960, 1280, 1600, 1920);
    static final int WIDEST = STEPS.getLast();

    private Ladder() {}

    /** @return narrowest first; empty where the picture is too tall for its width to be shown at any */
    static List<Size> of(int width, int height) {
        List<Size> sizes = new ArrayList<>();
        for (int step : STEPS) {
            if (step <= width) {
                add(sizes, step, width, height);
            }
        }
        int last = sizes.isEmpty() ? 0 : sizes.getLast().width();
        if (width < WIDEST && width * 10L > last * 11L) {
            add(sizes, width, width, height);
        }
        return sizes;
    }

    private static void add(List<Size> sizes, int step, int width, int height) {
        long scaled = Math.max(1, Math.round((double) height * step / width));
        if (scaled <= TALLEST) {
            sizes.add(new Size(step, (int) scaled));
        }
    }
}
