package org.broadsheet.wire.merge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which block of a later version is which of an earlier one: the same, or the same reworded, in the same order, such that as
 * much as possible is found again. Besides, what was taken out here and stands there word for word was moved.
 */
final class Alignment {
    static final int NONE = -1;

    /** Pairs that are compared at most; beyond that what lies between equal ends counts as written anew. */
    private static final long MOST = 4_000_000;

    /** Shorter ones are the same by chance. */
    private static final int MOVED_AT_LEAST = 40;

    private final List<String> to;
    private final int[] partner;
    private final int[] origin;
    private final List<List<Integer>> added;
    private final boolean[] isMoved;

    private Alignment(List<String> from, List<String> to, int[] partner) {
        this.to = to;
        this.partner = partner;
        this.origin = new int[to.size()];
        Arrays.fill(origin, NONE);
        for (int at = 0; at < from.size(); at++) {
            if (partner[at] != NONE) {
                origin[partner[at]] = at;
            }
        }
        this.added = added(from.size());
        this.isMoved = new boolean[from.size()];
        moved(from);
    }

    static Alignment of(List<String> from, List<String> to) {
        int[] partner = new int[from.size()];
        Arrays.fill(partner, NONE);
        int shorter = Math.min(from.size(), to.size());
        int head = 0;
        while (head < shorter && from.get(head).equals(to.get(head))) {
            partner[head] = head;
            head++;
        }
        int tail = 0;
        while (tail < shorter - head && from.get(from.size() - 1 - tail).equals(to.get(to.size() - 1 - tail))) {
            partner[from.size() - 1 - tail] = to.size() - 1 - tail;
            tail++;
        }
        List<String> left = from.subList(head, from.size() - tail);
        List<String> right = to.subList(head, to.size() - tail);
        if ((long) left.size() * right.size() <= MOST) {
            pair(left, right, head, partner);
        }
        return new Alignment(from, to, partner);
    }

    /** What has become of an earlier block: its place in the later version, or {@link #NONE}. */
    int partner(int earlier) {
        return partner[earlier];
    }

    /** The later version's blocks that are new after so many of the earlier one's, in order; moved ones are among them. */
    List<Integer> addedAt(int after) {
        return added.get(after);
    }

    /** The earlier block that an added one is, moved here word for word; or {@link #NONE}. */
    int movedFrom(int later) {
        return origin[later];
    }

    boolean isMoved(int earlier) {
        return isMoved[earlier];
    }

    private List<List<Integer>> added(int size) {
        List<List<Integer>> places = new ArrayList<>();
        for (int after = 0; after <= size; after++) {
            places.add(new ArrayList<>());
        }
        int after = 0;
        for (int at = 0; at < to.size(); at++) {
            if (origin[at] == NONE) {
                places.get(after).add(at);
            } else {
                after = origin[at] + 1;
            }
        }
        return places;
    }

    private void moved(List<String> from) {
        Map<String, Integer> gone = new HashMap<>();
        for (int at = 0; at < from.size(); at++) {
            if (partner[at] == NONE && from.get(at).length() >= MOVED_AT_LEAST) {
                gone.putIfAbsent(from.get(at), at);
            }
        }
        for (int at = 0; at < to.size(); at++) {
            String block = to.get(at);
            if (origin[at] == NONE && gone.containsKey(block)) {
                int was = gone.getOrDefault(block, NONE);
                gone.remove(block);
                origin[at] = was;
                partner[was] = at;
                isMoved[was] = true;
            }
        }
    }

    /** The pairs in order that are the most alike together. */
    private static void pair(List<String> left, List<String> right, int head, int[] partner) {
        List<Likeness> earlier = left.stream().map(Likeness::of).toList();
        List<Likeness> later = right.stream().map(Likeness::of).toList();
        float[][] best = new float[left.size() + 1][right.size() + 1];
        for (int at = left.size() - 1; at >= 0; at--) {
            for (int there = right.size() - 1; there >= 0; there--) {
                double like = earlier.get(at).to(later.get(there));
                float paired = like < Likeness.REWORDED ? 0 : best[at + 1][there + 1] + (float) like;
                best[at][there] = Math.max(paired, Math.max(best[at + 1][there], best[at][there + 1]));
            }
        }
        int at = 0;
        int there = 0;
        while (at < left.size() && there < right.size()) {
            if (best[at][there] == best[at + 1][there]) {
                at++;
            } else if (best[at][there] == best[at][there + 1]) {
                there++;
            } else {
                partner[head + at++] = head + there++;
            }
        }
    }
}
