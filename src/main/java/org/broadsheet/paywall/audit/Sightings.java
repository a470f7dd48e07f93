package org.broadsheet.paywall.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.broadsheet.paywall.audit.crawl.Crawl.Surface;
import org.broadsheet.paywall.audit.crawl.Identity;

/** Where runs were seen that may be guarded. Bounded: a leak is known long before the bound is met. */
final class Sightings {
    private static final int MOST_RUNS = 200_000;
    /** Of one run: every reader in every way of asking, and then some. */
    private static final int MOST_EACH = 100;

    /** Of all: some 40 MB. */
    private static final int MOST_IN_ALL = 600_000;

    private final Map<Long, List<Seen>> seen = new HashMap<>();
    private int count;

    /** @param kept true where the reader may see it and a cache must not keep it */
    record Seen(Identity by, Surface at, boolean kept) {}

    synchronized void add(long run, Seen sighting) {
        List<Seen> places = seen.get(run);
        if (places == null && seen.size() < MOST_RUNS) {
            places = new ArrayList<>(1);
            seen.put(run, places);
        }
        if (places == null || places.size() >= MOST_EACH || count >= MOST_IN_ALL || places.contains(sighting)) {
            return;
        }
        places.add(sighting);
        count++;
    }

    synchronized boolean has(long run) {
        return seen.containsKey(run);
    }

    synchronized void forEach(BiConsumer<Long, List<Seen>> each) {
        seen.forEach(each);
    }
}
