import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Pages in memory, each kind against nginx with the same bytes. */
final class Hot {
    private static final int[] CONNECTIONS = {32, 128};
    private static final int READERS = 250;

    private final Report report;
    private final Bench.Options options;
    private final Path work;
    private final int[] ports;

    Hot(Report report, Bench.Options options, Path work, int... ports) {
        this.report = report;
        this.options = options;
        this.work = work;
        this.ports = ports;
    }

    /** @param cookies one for each path */
    private record Kind(String name, List<String> paths, List<String> cookies, Path pathFile, String cookieFile) {}

    void measure(Paper paper, Archive archive) throws Exception {
        // passes are honoured by a paper that has listened for changes since before they were issued
        TimeUnit.SECONDS.sleep(2);
        List<Archive.Story> open = archive.stories("everyone", 200, options.addresses());
        List<String> readers = IntStream.rangeClosed(1, READERS).mapToObj(Cookies::subscriber).toList();
        List<Kind> kinds = new ArrayList<>();
        kinds.add(kind("one article", open.subList(0, 1), story -> ""));
        kinds.add(kind(open.size() + " articles", open, story -> ""));
        Archive.write(work.resolve("many"), open.stream().map(Archive.Story::path).toList());
        int each = options.addresses() / 2;
        kinds.add(kind("premium previews", archive.stories("subscribers", 20, each), story -> ""));
        kinds.add(kind("for subscribers, " + READERS + " signed passes", archive.stories("subscribers", 20 + each, each),
                story -> readers.get((int) (story.number() * 7 % READERS))));
        kinds.add(kind("given, a gift's cookie each", archive.stories("subscribers", 20 + 2 * each, each), story -> Cookies.gift(story.number())));
        kinds.add(kind("metered, opened before", archive.stories("metered", 20, each), story -> Cookies.opened(story.number())));
        try (Nginx nginx = new Nginx(work, ports[1])) {
            long bytes = 0;
            int pages = 0;
            for (Kind kind : kinds.subList(1, kinds.size())) {
                bytes += copy(paper, nginx, kind);
                pages += kind.paths.size();
            }
            head(bytes / pages);
            for (int connections : CONNECTIONS) {
                for (Kind kind : kinds) {
                    compare(paper, nginx, kind.name, new Wrk.Load(0, connections, options.seconds(), kind.pathFile, kind.cookieFile));
                }
            }
            report.line("");
            report.line("Budget: at least 1.0; with a decision for each reader at least 0.9.");
        }
    }

    private Kind kind(String name, List<Archive.Story> stories, Function<Archive.Story, String> cookie) throws Exception {
        if (stories.isEmpty()) {
            throw new IllegalStateException("the archive has no stories for: " + name);
        }
        List<String> paths = stories.stream().map(Archive.Story::path).toList();
        List<String> cookies = stories.stream().map(cookie).toList();
        String file = name.replaceAll("[^a-z0-9]+", "-");
        boolean none = cookies.getFirst().isEmpty();
        return new Kind(none || stories.size() == 1 ? name : stories.size() + " " + name.replaceAll("^[0-9]+ ", ""), paths, cookies,
                Archive.write(work.resolve("paths-" + file), paths),
                none ? "" : Archive.write(work.resolve("cookies-" + file), cookies).toString());
    }

    private void head(long average) {
        report.line("## Hot pages against nginx, one core each");
        report.line("");
        report.line("nginx serves the same gzip bytes from files (%d on average), one worker, sendfile, open_file_cache, no log;", average);
        report.line("each run of the paper stands between two of nginx. Ratio: paper to nginx, %d runs of %d s each.", options.rounds(), options.seconds());
        report.line("By CPU: microseconds of CPU one answer takes, which other work on the machine disturbs less than the rate.");
        report.line("");
        report.line("| pages | connections | rate: least | median | most | by CPU: least | median | most | paper, median /s | nginx |");
        report.line("|---|---|---|---|---|---|---|---|---|---|");
    }

    /** Asks until every page is as small as it gets, and gives nginx the same bytes. */
    private long copy(Paper paper, Nginx nginx, Kind kind) throws Exception {
        List<String> paths = kind.paths;
        double before = paper.figure("broadsheet_pages_polished_total");
        for (int i = 0; i < 20; i++) {
            for (int at = 0; at < paths.size(); at++) {
                Paper.get(paper.port, paths.get(at), kind.cookies.get(at));
            }
        }
        for (int i = 0; i < 600 && paper.figure("broadsheet_pages_polished_total") - before < paths.size(); i++) {
            if (i % 20 == 0) {
                Report.progress("%s: pages compressed as far as they go: %.0f of %d", kind.name,
                        paper.figure("broadsheet_pages_polished_total") - before, paths.size());
            }
            TimeUnit.SECONDS.sleep(1);
        }
        long bytes = 0;
        for (int at = 0; at < paths.size(); at++) {
            var page = Paper.get(paper.port, paths.get(at), kind.cookies.get(at));
            if (page.statusCode() != 200) {
                throw new IllegalStateException(paths.get(at) + " answers " + page.statusCode());
            }
            if (page.headers().firstValue("Set-Cookie").isPresent()) {
                throw new IllegalStateException(kind.name + ": the paper did not know the cookie for " + paths.get(at));
            }
            nginx.serve(paths.get(at), page.body());
            bytes += page.body().length;
        }
        return bytes;
    }

    private void compare(Paper paper, Nginx nginx, String what, Wrk.Load load) throws Exception {
        Wrk.Load ours = new Wrk.Load(ports[0], load.connections(), load.seconds(), load.paths(), load.cookies());
        Wrk.Load theirs = new Wrk.Load(ports[1], load.connections(), load.seconds(), load.paths(), load.cookies());
        Wrk.run(new Wrk.Load(ports[0], load.connections(), Math.max(5, load.seconds()), load.paths(), load.cookies()), paper.child, false);
        List<Double> rates = new ArrayList<>();
        List<Double> cpus = new ArrayList<>();
        List<Double> paperRates = new ArrayList<>();
        List<Double> nginxRates = new ArrayList<>();
        Wrk before = Wrk.run(theirs, nginx.child(), false);
        for (int i = 0; i < options.rounds(); i++) {
            Wrk mine = Wrk.run(ours, paper.child, false);
            Wrk after = Wrk.run(theirs, nginx.child(), false);
            if (!mine.errors().equals("[]")) {
                Report.progress("errors: %s", mine.errors());
            }
            rates.add(2 * mine.perSecond() / (before.perSecond() + after.perSecond()));
            cpus.add((before.cpuMicros() + after.cpuMicros()) / 2 / mine.cpuMicros());
            paperRates.add(mine.perSecond());
            nginxRates.add(after.perSecond());
            before = after;
        }
        report.line("| %s | %d | %s | %s | %.0f | %.0f |", what, load.connections(), Report.spread(rates, "%.2f"),
                Report.spread(cpus, "%.2f"), Report.percentile(paperRates, 0.5), Report.percentile(nginxRates, 0.5));
    }
}
