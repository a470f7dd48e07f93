package org.broadsheet.site.store;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.broadsheet.base.page.PageKey;

/** How often pages that are kept no longer were read, until somebody asks. */
final class Reads {
    /**
     * Paths are real pages' only, but pages come back from the disk ten thousand times a second, and each path costs memory
     * here and again while it is counted; what is over is the least read anyway.
     */
    private static final int MOST_PATHS = 20_000;

    private final Map<String, LongAdder> left = new ConcurrentHashMap<>();

    /** A page goes; what was read of it stays. */
    void keep(PageKey key, long reads) {
        if (reads > 0 && (left.size() < MOST_PATHS || left.containsKey(key.path()))) {
            left.computeIfAbsent(key.path(), path -> new LongAdder()).add(reads);
        }
    }

    /** By path; each is told once. */
    Map<String, Long> take() {
        Map<String, Long> taken = new HashMap<>();
        for (String path : left.keySet()) {
            LongAdder reads = left.remove(path);
            if (reads != null) {
                taken.put(path, reads.sum());
            }
        }
        return taken;
    }
}
