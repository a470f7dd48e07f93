package org.broadsheet.site.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Remembers which changes came while pages were being rendered or lay on disk, so that none is kept that was read from
 * the database before one of them. Not for several threads at once: the store locks.
 */
final class Staleness {
    /** More changes than that while they have to be remembered count as a change of everything. */
    private static final int MOST_REMEMBERED = 10_000;

    private final Map<String, Long> changed = new HashMap<>();
    private long now;
    private long everything;

    /** The moment a rendering begins. */
    long now() {
        return now;
    }

    void changed(String tag) {
        if (changed.size() >= MOST_REMEMBERED) {
            everythingChanged();
        } else {
            changed.put(tag, ++now);
        }
    }

    void everythingChanged() {
        everything = ++now;
        changed.clear();
    }

    /** Nothing is being rendered or kept elsewhere, so nothing can be overtaken. */
    void forget() {
        changed.clear();
    }

    /** True where a page with these tags that was begun then shows what is no longer so. */
    boolean overtaken(long begun, Set<String> tags) {
        return everything > begun
                || (!changed.isEmpty() && tags.stream().anyMatch(tag -> changed.getOrDefault(tag, 0L) > begun));
    }
}
