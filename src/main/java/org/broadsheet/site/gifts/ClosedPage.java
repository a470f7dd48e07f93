package org.broadsheet.site.gifts;

import java.util.Locale;
import java.util.Optional;
import org.broadsheet.site.page.Frame;
import org.broadsheet.site.page.Link;

/**
 * A gift's link that opens nothing, and what to do instead.
 *
 * @param story the story's own page, where everyone may read its beginning
 * @param notice why the paper took the story back; may be empty
 */
public record ClosedPage(Frame frame, Kind kind, Optional<Link> story, String notice) {
    /** Names the texts {@code gifts.closed.<kind>.title} and {@code .text}. */
    public enum Kind {
        REVOKED(410),
        EXPIRED(410),
        FULL(410),
        WITHDRAWN(410),
        UNKNOWN(404),
        NOT_HERE(404),
        TOO_MANY(429),
        CROWDED(429),
        ELSEWHERE(403);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        int status() {
            return status;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
