package org.broadsheet.wire.expect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How far readings agree with what others state about the same documents. */
public final class Agreement {
    private final String family;
    private final List<String> disagreements = new ArrayList<>();
    private final Map<String, Integer> unused = new TreeMap<>();
    private int agreed;

    public Agreement(String family) {
        this.family = family;
    }

    public void agreed() {
        agreed++;
    }

    public void differs(String file, String how) {
        disagreements.add("`" + file + "`: " + how.replaceAll("\\s+", " "));
    }

    /** An expectation about something that a newspaper does not keep. */
    public void unused(String what) {
        unused.merge(what, 1, Integer::sum);
    }

    public int stated() {
        return agreed + disagreements.size();
    }

    public double share() {
        return stated() == 0 ? 1 : (double) agreed / stated();
    }

    public List<String> disagreements() {
        return List.copyOf(disagreements);
    }

    public String row() {
        int left = unused.values().stream().mapToInt(Integer::intValue).sum();
        return String.format(
                Locale.ROOT, "| %s | %d | %d | %.2f %% | %d |", family, stated(), agreed, 100 * share(), left);
    }

    /** Everything that does not agree, by file, and what was not asked. */
    public String details() {
        StringBuilder out = new StringBuilder("## " + family + "\n\n");
        out.append(disagreements.isEmpty() ? "Nothing disagrees.\n" : "");
        disagreements.forEach(d -> out.append("- ").append(d).append('\n'));
        if (!unused.isEmpty()) {
            out.append("\nNot kept by a newspaper, and so not judged: ");
            unused.forEach((what, n) -> out.append(what).append(" (").append(n).append("), "));
            out.setLength(out.length() - 2);
            out.append(".\n");
        }
        return out.toString();
    }
}
