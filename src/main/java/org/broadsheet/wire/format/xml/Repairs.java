package org.broadsheet.wire.format.xml;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What had to be mended, each kind once, and not without end. */
final class Repairs {
    private static final int MOST = 50;

    private final Set<String> found = new LinkedHashSet<>();

    Repairs(List<String> first) {
        found.addAll(first);
    }

    void add(String what) {
        if (found.size() < MOST) {
            found.add(what);
        }
    }

    List<String> list() {
        return List.copyOf(found);
    }
}
