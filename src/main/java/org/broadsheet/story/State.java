package org.broadsheet.story;

import java.util.Locale;

/** Where a story stands. A published story that is edited stays published; readers see its last printed version. */
public enum State {
    DRAFT,
    READY,
    SCHEDULED,
    PUBLISHED,
    WITHDRAWN;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static State of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
