package org.broadsheet.wire.item;

import java.util.Locale;
import java.util.Optional;

/** What the sender allows (IPTC NewsCodes {@code pubstatusg2}). */
public enum WireStatus {
    USABLE,
    WITHHELD,
    CANCELED;

    /** Reads {@code stat:usable}, {@code usable}, {@code .../pubstatusg2/canceled}, and superdesk's words. */
    public static Optional<WireStatus> of(String code) {
        String word = code.strip().toLowerCase(Locale.ROOT);
        word = word.substring(Math.max(word.lastIndexOf(':'), word.lastIndexOf('/')) + 1);
        return switch (word) {
            case "usable", "published", "corrected" -> Optional.of(USABLE);
            case "withheld", "embargoed", "held" -> Optional.of(WITHHELD);
            case "canceled", "cancelled", "killed", "recalled", "unpublished", "deleted" -> Optional.of(CANCELED);
            default -> Optional.empty();
        };
    }

    /** The word in the outside contract. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
