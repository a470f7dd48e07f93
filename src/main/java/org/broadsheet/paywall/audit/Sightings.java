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
    private static final int MOST_EACH = 12;

    private final Map<Long, List<Seen>> seen = new HashMap<>();

    /** @param kept true where the reader may see it and a cache must not keep it */
    record Seen(Identity by, Surface at, boolean kept) {}

    synchronized void add(long run, Seen sighting) {
        List<Seen> places = seen.get(run);
        if (places == null && seen.size() < MOST_RUNS) {
            places = new ArrayList<>(1);
            seen.put(run, places);
        }
        if (places != null && places.size() < MOST_EACH && !places.contains(sighting)) {
            places.add(sighting);
        }
    }

    synchronized boolean has(long run) {
        return seen.containsKey(run);
    }

    synchronized void forEach(BiConsumer<Long, List<Seen>> each) {
        seen.forEach(each);
    }
}
