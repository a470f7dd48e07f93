import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.broadsheet.RunningPaper;
import org.broadsheet.base.Actor;
import org.broadsheet.base.Language;
import org.broadsheet.base.html.StoryHtml;
import org.broadsheet.story.Copy;
import org.broadsheet.story.Printed;
import org.broadsheet.story.Reach;
import org.broadsheet.story.Stories;
import org.broadsheet.story.StoryId;

/** How long after its publication a story is seen on every node, while readers keep one of them busy. */
final class Publishing {
    private static final int STORIES = 200;
    private static final int OTHER_PORT = 26082;

    /** Unmeasured: the second node has just been started, and the first publication it hears of runs code that never ran. */
    private static final int FIRST = 20;

    private final Report report;
    private final Bench.Options options;
    private final Path work;

    Publishing(Report report, Bench.Options options, Path work) {
        this.report = report;
        this.options = options;
        this.work = work;
    }

    void measure(Paper paper, Archive archive) throws Exception {
        String url = archive.url().replace("jdbc:postgresql://", "postgres://").replaceFirst("\\?user=(.*)&password=(.*)", "");
        String password = archive.url().replaceFirst(".*password=", "");
        url = url.replace("postgres://", "postgres://broadsheet:" + password + "@");
        int stories = options.quick() ? STORIES / 10 : STORIES;
        try (RunningPaper other = RunningPaper.start(Map.of(
                        "DATABASE_URL", url, "DATA", work.resolve("other").toString(), "PORT", Integer.toString(OTHER_PORT),
                        "ADDRESS", "127.0.0.1", "SECRET", Paper.SECRET, "DATABASE_CONNECTIONS", "8"));
                ExecutorService watchers = Executors.newVirtualThreadPerTaskExecutor()) {
            Stories desk = other.door(Stories.class);
            List<StoryId> ready = new ArrayList<>();
            for (int i = 0; i < stories + FIRST; i++) {
                StoryId id = desk.create(copy(i), Actor.PAPER, Instant.now());
                desk.ready(id);
                ready.add(id);
            }
            Process load = Wrk.start(new Wrk.Load(paper.port, 32, Math.max(30, stories / 4), work.resolve("many"), ""));
            List<Double> here = new ArrayList<>();
            List<Double> there = new ArrayList<>();
            List<Double> fronts = new ArrayList<>();
            List<Double> looks = new ArrayList<>();
            int number = 0;
            for (StoryId id : ready) {
                String path = "";
                if (desk.print(id, Instant.now()) instanceof Printed.Done(var address)) {
                    path = address.path();
                }
                long printed = System.nanoTime();
                String at = path;
                Future<Double> busy = watchers.submit(seen(paper.port, at, "", printed));
                Future<Double> idle = watchers.submit(seen(OTHER_PORT, at, "", printed));
                Future<Double> front = watchers.submit(seen(paper.port, "/" + SECTION, at, printed));
                double[] all = {busy.get(), idle.get(), front.get()};
                // The same look at what has been seen already: what the bench itself takes beside the load.
                double look = seen(paper.port, at, "", System.nanoTime()).call();
                if (number++ >= FIRST) {
                    here.add(all[0]);
                    there.add(all[1]);
                    fronts.add(all[2]);
                    looks.add(look);
                }
                TimeUnit.MILLISECONDS.sleep(20);
            }
            load.destroy();
            report.line("## Publish to visible, %d publications while 32 connections ask the first node for articles", stories);
            report.line("");
            report.line("From the end of the publishing transaction, in milliseconds (at most 50 for 99 of 100); two nodes share the database;");
            report.line("%d publications before these are not counted: the second node has just been started.", FIRST);
            report.line("");
            report.line("| where | median | 99 of 100 | most |");
            report.line("|---|---|---|---|");
            row("the story, on the busy node", here);
            row("the story, on the node that published", there);
            row("its section's list, on the busy node", fronts);
            row("(one look at a page that is in memory, on the busy node)", looks);
        }
    }

    private static final String SECTION = "bench-1";

    private void row(String where, List<Double> millis) {
        report.line("| %s | %.1f | %.1f | %.1f |", where, Report.percentile(millis, 0.5), Report.percentile(millis, 0.99), Report.percentile(millis, 1));
    }

    /** Milliseconds until the page is there, and has the words, if any are asked for. */
    private static Callable<Double> seen(int port, String path, String words, long since) {
        return () -> {
            while (System.nanoTime() - since < TimeUnit.SECONDS.toNanos(10)) {
                var page = Paper.get(port, path, "");
                if (page.statusCode() == 200 && (words.isEmpty() || text(page.body()).contains(words))) {
                    break;
                }
                Thread.sleep(1);
            }
            return (System.nanoTime() - since) / 1e6;
        };
    }

    private static String text(byte[] gzipped) throws Exception {
        try (var in = new java.util.zip.GZIPInputStream(new java.io.ByteArrayInputStream(gzipped))) {
            return new String(in.readAllBytes());
        }
    }

    private static Copy copy(int number) {
        StoryHtml body = StoryHtml.clean("<p>" + "What happened, told in plain words. ".repeat(40) + "</p>");
        return new Copy("Measured publication " + number, "One sentence.", body, SECTION, List.of(), List.of(),
                Optional.empty(), Optional.empty(), Language.ENGLISH, Reach.EVERYONE, Optional.empty());
    }
}
