package org.broadsheet.site.store;

import java.util.Arrays;
import org.broadsheet.base.page.PageKey;
import org.jspecify.annotations.Nullable;

/**
 * Where in the file a page lies: 20 bytes of memory each. What it says has to be compared with what lies there, since two
 * pages may share a hash and the oldest give way to newer ones. For one thread at a time.
 */
final class PlaceIndex {
    /** A page with its headers takes more than that. */
    private static final int SMALLEST_RECORD = 4 * 1024;

    private static final int WAYS = 4;
    private static final int FEWEST = 1 << 8;
    private static final int MOST = 1 << 20;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** @param at bytes written to the file before it, ever */
    record Place(long at, int length) {}

    private final long[] hashes;
    private final long[] starts;
    private final int[] lengths;

    PlaceIndex(long bytes) {
        long wanted = Math.clamp(bytes / SMALLEST_RECORD, FEWEST, MOST);
        int entries = Integer.highestOneBit((int) wanted);
        hashes = new long[entries];
        starts = new long[entries];
        lengths = new int[entries];
    }

    static long hash(PageKey key) {
        long hash = key.path().hashCode() * GOLDEN + key.number();
        hash = (hash ^ (hash >>> 29)) * GOLDEN + key.variant().hashCode();
        hash = (hash ^ (hash >>> 32)) * GOLDEN + key.face().hashCode();
        return hash ^ (hash >>> 31);
    }

    /** @param since what begins before that has been written over */
    @Nullable
    Place find(long hash, long since) {
        int first = first(hash);
        for (int at = first; at < first + WAYS; at++) {
            if (hashes[at] == hash && lengths[at] > 0) {
                return starts[at] < since ? null : new Place(starts[at], lengths[at]);
            }
        }
        return null;
    }

    void put(long hash, Place place) {
        int first = first(hash);
        int into = first;
        for (int at = first; at < first + WAYS; at++) {
            if (hashes[at] == hash && lengths[at] > 0) {
                into = at;
                break;
            }
            if (age(at) < age(into)) {
                into = at;
            }
        }
        hashes[into] = hash;
        starts[into] = place.at;
        lengths[into] = place.length;
    }

    void clear() {
        Arrays.fill(lengths, 0);
    }

    private long age(int at) {
        return lengths[at] == 0 ? -1 : starts[at];
    }

    private int first(long hash) {
        return (int) (hash >>> 8) & (hashes.length - 1) & -WAYS;
    }
}
