package org.broadsheet.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.broadsheet.testing.TestDatabase;
import org.broadsheet.wire.Formats;
import org.broadsheet.wire.Wire;
import org.broadsheet.wire.Wire.Arrival;
import org.broadsheet.wire.expect.Corpus;
import org.broadsheet.wire.format.Outcome;
import org.broadsheet.wire.take.WireDoors;

/**
 * Items a second, from bytes that have come to items stored and grouped, in one thread: agency files of the collected
 * data, each sent again and again under identifiers of its own. The budget is 1,000 a second.
 */
public final class WireBench {
    private static final int BATCH = 100;

    private final TestDatabase database = TestDatabase.fresh();
    private final Wire wire = WireDoors.of(database).wire();

    private WireBench() {}

    public static void main(String[] arguments) throws Exception {
        int wanted = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        WireBench bench = new WireBench();
        try {
            List<byte[]> day = day(wanted);
            bench.run(day.subList(0, Math.min(1_000, day.size())), "warming up");
            bench.run(day, "measured");
        } finally {
            bench.database.close();
        }
    }

    /** Files of one item each, so that documents and items are the same number. */
    private static List<byte[]> day(int wanted) {
        List<String> originals = new ArrayList<>();
        for (String family : List.of("newsml-g2", "ninjs")) {
            for (Corpus.Sample sample : Corpus.of(family)) {
                boolean one = Formats.read(sample.bytes()) instanceof Outcome.Accepted accepted
                        && accepted.items().size() == 1
                        && !accepted.items().getFirst().paragraphs().isEmpty();
                if (one) {
                    originals.add(new String(sample.bytes(), StandardCharsets.UTF_8));
                }
            }
        }
        List<byte[]> day = new ArrayList<>();
        for (int i = 0; i < wanted; i++) {
            String text = originals.get(i % originals.size());
            String own = text.replaceFirst("(guid=\"|\"(?:uri|guid)\"\\s*:\\s*\")", "$1n" + i + "-");
            day.add(own.getBytes(StandardCharsets.UTF_8));
        }
        return day;
    }

    private void run(List<byte[]> day, String name) {
        database.jdbi().useHandle(h -> h.execute("truncate wire.item, wire.raw"));
        long bytes = 0;
        int added = 0;
        long ownStart = ownCpu();
        long databaseStart = databaseCpu();
        long start = System.nanoTime();
        for (int from = 0; from < day.size(); from += BATCH) {
            List<Arrival> arrivals = day.subList(from, Math.min(day.size(), from + BATCH)).stream()
                    .map(b -> new Arrival("bench", b, Instant.EPOCH))
                    .toList();
            bytes += arrivals.stream().mapToLong(a -> a.content().length).sum();
            wire.keep(arrivals);
            added += wire.readKept(BATCH).added();
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        double own = (ownCpu() - ownStart) / 1e3 / added;
        double databases = (databaseCpu() - databaseStart) / 1e3 / added;
        System.out.printf(
                Locale.ROOT,
                "%s: %d documents, %d items added, %.1f MB, %.2f s, %.0f items a second;"
                        + " microseconds of CPU an item: this thread %.0f, PostgreSQL %.0f%n",
                name,
                day.size(),
                added,
                bytes / 1e6,
                took.toMillis() / 1e3,
                added / (took.toMillis() / 1e3),
                own,
                databases);
    }

    /** Nanoseconds of CPU that this thread has used: other work on the machine disturbs that less than the time it took. */
    private static long ownCpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** The same of all processes that this one started. */
    private static long databaseCpu() {
        return ProcessHandle.current()
                .descendants()
                .mapToLong(process -> {
                    try {
                        String used = Files.readString(Path.of("/proc/" + process.pid() + "/schedstat"));
                        return Long.parseLong(used.split(" ")[0]);
                    } catch (IOException ended) {
                        return 0;
                    }
                })
                .sum();
    }
}
