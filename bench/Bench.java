import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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
        Wrk.run(new Wrk.Load(PAPER_PORT, 32, COLD_WARM_UP_SECONDS, paths, ""), paper.child, true);
        List<Double> rates = new ArrayList<>();
        List<Double> own = new ArrayList<>();
        List<Double> withDatabase = new ArrayList<>();
        double rendered = 0;
        double asked = 0;
        for (int i = 0; i < options.rounds(); i++) {
            double before = paper.figure("broadsheet_pages_rendered_total");
            long ownBefore = paper.child.cpu(false);
            Wrk run = Wrk.run(new Wrk.Load(PAPER_PORT, 32, options.seconds(), paths, ""), paper.child, true);
            own.add((paper.child.cpu(false) - ownBefore) / 1e3 / run.requests());
            withDatabase.add(run.cpuMicros());
            rates.add(run.perSecond());
            rendered += paper.figure("broadsheet_pages_rendered_total") - before;
            asked += run.requests();
        }
        report.line("%s a second, least | median | most, the paper and its database together on one core (at least 3,000);", Report.spread(rates, "%.0f"));
        report.line("%.0f microseconds of CPU a page, %.0f of them the paper's own, the rest PostgreSQL's: the paper alone on a core would make %.0f a second;",
                Report.percentile(withDatabase, 0.5), Report.percentile(own, 0.5), 1e6 / Report.percentile(own, 0.5));
        report.line("%.0f %% of the answers had to be rendered.", 100 * rendered / Math.max(1, asked));
        report.line("");
    }
}
