package org.broadsheet.site.gifts;

import java.util.List;
import java.util.Optional;
import org.broadsheet.site.page.Frame;

/**
 * What a reader has given, month by month, the newest first.
 *
 * @param counter absent for who has no subscription now
 * @param revoked whether a link has just been taken back
 */
public record GiftsPage(Frame frame, Optional<Counter> counter, List<Month> months, boolean revoked) {
    /** @param name as people write it: {@code January 2026} */
    public record Month(String name, List<GiftView> gifts) {}
}
