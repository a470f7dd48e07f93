package org.broadsheet.site.gifts;

import java.util.Optional;
import org.broadsheet.site.page.Frame;

/**
 * One gift: its link, and how to hand it on.
 *
 * @param said what has just been done
 */
public record GiftPage(Frame frame, GiftView view, Said said, Optional<Counter> counter) {
    /** Names the text {@code gifts.said.<said>}. */
    public enum Said {
        NOTHING,
        NEW,
        AGAIN;

        static Said of(String word) {
            return switch (word) {
                case "new" -> NEW;
                case "again" -> AGAIN;
                default -> NOTHING;
            };
        }
    }
}
