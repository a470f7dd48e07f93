import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** What was measured, on the screen as it comes and in bench/RESULTS.md at the end. */
final class Report {
    private final StringBuilder text = new StringBuilder();

    void line(String format, Object... values) {
        String line = String.format(Locale.ROOT, format, values);
        System.out.println(line);
        text.append(line).append('\n');
    }

    static void progress(String format, Object... values) {
        System.err.println("  " + String.format(Locale.ROOT, format, values));
    }

    /** {@code 0.97 1.02 1.05}: least, median, most. */
    static String spread(List<Double> values, String format) {
        List<Double> sorted = values.stream().sorted().toList();
        return String.format(Locale.ROOT, format + " | " + format + " | " + format,
                sorted.getFirst(), percentile(sorted, 0.5), sorted.getLast());
    }

    static double percentile(List<Double> values, double share) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(share * (sorted.size() - 1))));
    }

    void machine() throws Exception {
        String model = Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(each -> each.startsWith("model name"))
                .findFirst()
                .map(each -> each.substring(each.indexOf(':') + 2))
                .orElse(System.getProperty("os.arch"));
        line("Measured %s by `./broadsheet bench` on %s, %d cores, %s, Java %s; load average %s before the start.",
                Instant.now().truncatedTo(ChronoUnit.MINUTES), model, Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"), Runtime.version(),
                Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
        line("");
    }

    void write(Path file) throws Exception {
        Files.writeString(file, "# What was measured\n\n" + text);
    }
}
