package org.broadsheet.paywall.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.broadsheet.paywall.audit.crawl.Identity;
import org.broadsheet.paywall.audit.crawl.Kind;

/** Counts what was read, by kind of surface and reader. */
final class Tally {
    private final Map<Key, long[]> counts = new HashMap<>();

    private record Key(Kind kind, String reader) {}

    /** One more response. @param opened true where the meter opened it */
    synchronized void add(Kind kind, Identity reader, long bytes, long runs, boolean opened) {
        long[] count = counts.computeIfAbsent(new Key(kind, reader.name()), key -> new long[4]);
        count[0]++;
        count[1] += bytes;
        count[2] += runs;
        count[3] += opened ? 1 : 0;
    }

    synchronized List<Report.Row> rows(List<Report.Leak> leaks) {
        List<Map.Entry<Key, long[]>> sorted = new ArrayList<>(counts.entrySet());
        sorted.sort(Comparator.comparing(
                        (Map.Entry<Key, long[]> entry) -> entry.getKey().kind())
                .thenComparing(entry -> entry.getKey().reader()));
        return sorted.stream()
                .map(entry -> row(entry.getKey(), entry.getValue(), leaks))
                .toList();
    }

    private static Report.Row row(Key key, long[] count, List<Report.Leak> leaks) {
        long found = leaks.stream()
                .filter(leak ->
                        leak.kind().equals(key.kind().word()) && leak.reader().equals(key.reader()))
                .count();
        return new Report.Row(
                key.kind().word(), key.reader(), (int) count[0], count[1], count[2], (int) count[3], (int) found);
    }
}
