package org.broadsheet.site.page;

import java.util.List;
import java.util.Optional;

/**
 * A page that has no story to show and says why.
 *
 * @param kind names its texts {@code message.<kind>.title} and {@code .text}
 * @param note something particular: a withdrawal's notice
 * @param reference the short id under which an error was logged
 * @param instead stories to read meanwhile
 */
public record MessagePage(
        Frame frame, Kind kind, Optional<String> note, Optional<String> reference, List<Card> instead) {

    /** Why. */
    public enum Kind {
        NOT_FOUND,
        WITHDRAWN,
        REFUSED,
        BROKEN,
        OFFLINE,
        /** No institution's network. */
        NO_NETWORK,
        BUSY
    }

    /** Whether a search could help: not while the paper or the line is broken. */
    public boolean searchable() {
        return kind == Kind.NOT_FOUND || kind == Kind.WITHDRAWN;
    }
}
