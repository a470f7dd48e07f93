import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** {@code ./broadsheet bench}: the budgets of the design, measured on this machine. */
public final class Bench {
    private static final int PAPER_PORT = 26080;
    private static final int NGINX_PORT = 26081;

    /** Making a page runs through far more code than serving one; so much of it has to be compiled first. */
    private static final int COLD_WARM_UP_SECONDS = 20;

    private static final int LONGEST_CRAWL_SECONDS = 240;

    private final Report report = new Report();
    private final Options options;
    private final Path work;

    record Options(boolean quick, int stories, int addresses, int rounds, int seconds) {
        static Options of(String[] args) {
            List<String> given = Arrays.asList(args);
            boolean quick = given.contains("--quick");
            return new Options(
                    quick,
                    number(given, "--stories", quick ? 5_000 : 100_000),
                    number(given, "--addresses", quick ? 100 : 1_000),
                    number(given, "--rounds", quick ? 2 : 5),
                    number(given, "--seconds", quick ? 2 : 4));
        }

        private static int number(List<String> given, String name, int standard) {
            int at = given.indexOf(name);
            return at < 0 ? standard : Integer.parseInt(given.get(at + 1));
        }
    }

    private Bench(Options options, Path work) {
        this.options = options;
        this.work = work;
    }

    public static void main(String[] args) throws Exception {
        Set<String> known = Set.of("--quick", "--stories", "--addresses", "--rounds", "--seconds");
        for (String arg : args) {
            if (!known.contains(arg) && !arg.matches("[1-9][0-9]{0,6}")) {
                System.err.println("broadsheet: bench knows no \"" + arg + "\"; './broadsheet bench --help' says what it takes.");
                System.exit(2);
            }
        }
        Path work = Files.createTempDirectory("broadsheet-bench");
        work.toFile().setExecutable(true, false);
        try {
            new Bench(Options.of(args), work).run();
        } finally {
            try (Stream<Path> files = Files.walk(work)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        }
    }

    private void run() throws Exception {
        report.machine();
        starts();
        try (Paper paper = new Paper(work, PAPER_PORT);
                Archive archive = new Archive(work.resolve("data"))) {
            new Hot(report, options, work, PAPER_PORT, NGINX_PORT).measure(paper, archive);
            memory(paper);
            notInMemory(paper, archive);
            new Publishing(report, options, work).measure(paper, archive);
            report.line("");
            report.line("Memory of the paper's process at its most, after all of the above: %d MB (at most 400).", paper.child.megabytes("VmHWM"));
        }
        if (!options.quick()) {
            report.line("");
            report.line("%s", Files.readString(Path.of(System.getProperty("bench.home"), "bench", "results", "notes.md")).strip());
            report.write(Path.of(System.getProperty("bench.home"), "bench", "RESULTS.md"));
        }
    }

    private void starts() throws Exception {
        double first;
        try (Paper paper = new Paper(work, PAPER_PORT, false)) {
            first = paper.secondsToFirstPage;
            Report.progress("writing an archive of %d stories", options.stories());
            try (Archive archive = new Archive(work.resolve("data"))) {
                archive.fill(options.stories());
            }
        }
        List<Double> oneCore = new ArrayList<>();
        List<Double> allCores = new ArrayList<>();
        for (int i = 0; i < (options.quick() ? 1 : 5); i++) {
            try (Paper paper = new Paper(work, PAPER_PORT)) {
                oneCore.add(paper.secondsToFirstPage);
            }
            try (Paper paper = new Paper(work, PAPER_PORT, false)) {
                allCores.add(paper.secondsToFirstPage);
            }
        }
        report.line("## Start, to the first page with status 200");
        report.line("");
        report.line("First ever, the database made on the way: %.2f s (at most 6).", first);
        report.line("With the database there and %d stories in it, least | median | most (at most 2): on all cores %s s, on one %s s.",
                options.stories(), Report.spread(allCores, "%.2f"), Report.spread(oneCore, "%.2f"));
        report.line("");
    }

    private void memory(Paper paper) throws Exception {
        report.line("");
        report.line("Memory of the paper's process after that load, at the launcher's settings: %d MB, at its most %d MB (at most 400).",
                paper.child.megabytes("VmRSS"), paper.child.megabytes("VmHWM"));
    }

    /** Far more addresses than fit in memory, each asked for once in turn. */
    private void notInMemory(Paper paper, Archive archive) throws Exception {
        List<String> all = archive.paths("everyone", options.addresses() + 500, options.stories());
        Path paths = Archive.write(work.resolve("cold"), all);
        report.line("");
        report.line("## Pages not in memory, against %d stories", options.stories());
        report.line("");
        // Each run of those that were never made has addresses of its own.
        int warming = all.size() / 3;
        Wrk.run(new Wrk.Load(PAPER_PORT, 32, COLD_WARM_UP_SECONDS, slice("warming", all, 0, warming), ""), paper.child, true);
        List<Path> fresh = new ArrayList<>();
        int each = (all.size() - warming) / options.rounds();
        for (int i = 0; i < options.rounds(); i++) {
            fresh.add(slice("fresh" + i, all, warming + i * each, each));
        }
        report.line("The paper and its database together on one core, 32 connections, each page once in turn (at least 3,000 a second).");
        report.line("Never made before means rendered from the database; made before, that memory had no more room for it.");
        report.line("");
        report.line("| pages | a second: least | median | most | microseconds of CPU a page | of them the paper's own | rendered | from disk |");
        report.line("|---|---|---|---|---|---|---|---|");
        double perSecond = pages("never made before", paper, fresh);
        int wholeArchive = (int) Math.min(LONGEST_CRAWL_SECONDS, 1.2 * all.size() / perSecond);
        Report.progress("asking for every page once, %d s", wholeArchive);
        Wrk.run(new Wrk.Load(PAPER_PORT, 32, wholeArchive, paths, ""), paper.child, true);
        pages("made before", paper, Collections.nCopies(options.rounds(), paths));
        report.line("");
    }

    private Path slice(String name, List<String> all, int from, int count) throws Exception {
        return Archive.write(work.resolve(name), all.subList(from, from + count));
    }

    /** @return pages a second, at the median */
    private double pages(String which, Paper paper, List<Path> runs) throws Exception {
        List<Double> rates = new ArrayList<>();
        List<Double> own = new ArrayList<>();
        List<Double> withDatabase = new ArrayList<>();
        double rendered = paper.figure("broadsheet_pages_rendered_total");
        double restored = paper.figure("broadsheet_pages_restored_total");
        double asked = 0;
        for (Path paths : runs) {
            long ownBefore = paper.child.cpu(false);
            Wrk run = Wrk.run(new Wrk.Load(PAPER_PORT, 32, options.seconds(), paths, ""), paper.child, true);
            own.add((paper.child.cpu(false) - ownBefore) / 1e3 / run.requests());
            withDatabase.add(run.cpuMicros());
            rates.add(run.perSecond());
            asked += run.requests();
        }
        rendered = paper.figure("broadsheet_pages_rendered_total") - rendered;
        restored = paper.figure("broadsheet_pages_restored_total") - restored;
        report.line("| %s | %s | %.0f | %.0f | %.0f %% | %.0f %% |", which, Report.spread(rates, "%.0f"),
                Report.percentile(withDatabase, 0.5), Report.percentile(own, 0.5), 100 * rendered / asked, 100 * restored / asked);
        return Report.percentile(rates, 0.5);
    }
}
