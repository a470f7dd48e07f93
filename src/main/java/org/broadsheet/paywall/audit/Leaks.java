package org.broadsheet.paywall.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.broadsheet.base.Settings;
import org.broadsheet.base.http.PaperCookies;
import org.broadsheet.base.mail.KeptMail;
import org.broadsheet.media.Captions;
import org.broadsheet.paywall.Passes;
import org.broadsheet.paywall.audit.crawl.Crawl;
import org.broadsheet.paywall.audit.crawl.Crawl.Surface;
import org.broadsheet.paywall.audit.crawl.Fetch;
import org.broadsheet.paywall.audit.crawl.Gate;
import org.broadsheet.paywall.audit.crawl.Identity;
import org.broadsheet.paywall.audit.crawl.Identity.Sees;
import org.broadsheet.paywall.audit.crawl.Kind;
import org.broadsheet.paywall.audit.crawl.Way;
import org.broadsheet.paywall.meter.MeterCookies;
import org.broadsheet.reader.SessionCookie;
import org.broadsheet.story.InPrint;
import org.broadsheet.story.Teaser;
import org.springframework.stereotype.Component;

/** Looks for guarded text on every public surface of a running paper. The door of the audit; it writes nothing. */
@Component
public class Leaks {
    private static final int MAIL = 200;
    private static final int MOST_MAIL = 20_000;
    private static final Identity POST = new Identity("whoever gets the mail", Map.of(), Sees.NOTHING);
    private static final Identity OPERATOR = new Identity("whoever reads the log", Map.of(), Sees.NOTHING);

    private final AllStories all;
    private final Identities identities;
    private final KeptMail mail;
    private final Settings settings;
    private final InstantSource clock;

    Leaks(AllStories all, Identities identities, KeptMail mail, Settings settings, InstantSource clock) {
        this.all = all;
        this.identities = identities;
        this.mail = mail;
        this.settings = settings;
        this.clock = clock;
    }

    /** What this door needs beside a database, the settings and the clock, for whoever puts it together without a paper. */
    public static List<Class<?>> parts() {
        return List.of(
                Leaks.class,
                AllStories.class,
                Identities.class,
                InPrint.class,
                Captions.class,
                KeptMail.class,
                Passes.class,
                MeterCookies.class,
                PaperCookies.class,
                SessionCookie.class);
    }

    /** Whether what answers at this address is the paper of this database: it has its newest story. */
    public boolean isServedAt(URI address) {
        List<Teaser> newest = all.stories().latest(1);
        try (Fetch fetch = new Fetch(address)) {
            String path = newest.isEmpty() ? "/health/live" : newest.getFirst().path();
            Identity reader = identities.all(Scope.WITHIN).getFirst();
            return fetch.get(reader, path, Way.HEADERS_ONLY).status() == 200;
        } catch (IOException nobody) {
            return false;
        }
    }

    /** @param step told after every answer */
    public Report look(Scope scope, Runnable step) {
        Instant began = clock.instant();
        long start = System.nanoTime();
        Guarded guarded = Guarded.in(all);
        Inspector inspector = new Inspector(guarded.sieve(), all.stories(), step);
        int left;
        try (LogWatch watch = LogWatch.open(line -> said(inspector, line))) {
            left = crawl(scope, inspector, Seeds.of(all.stories(), guarded));
        }
        scope.log().ifPresent(file -> log(inspector, file));
        mail(inspector);
        Judgement judgement = Judgement.of(all, inspector.sightings());
        List<Report.Leak> leaks = judgement.leaks(inspector);
        return new Report(
                began,
                (System.nanoTime() - start) / 1_000_000,
                guarded.compared(),
                inspector.tally().rows(leaks),
                leaks,
                judgement.takenOut(),
                judgement.said(),
                left,
                inspector.silent());
    }

    /** Every identity on a thread of its own; the gate lets through as many as may ask at once. */
    private int crawl(Scope scope, Inspector inspector, List<String> seeds) {
        List<Identity> readers = identities.all(scope.within());
        List<URI> homes = List.of(scope.at(), settings.baseUrl());
        Gate shared = new Gate(scope.most(), scope.within(), scope.atOnce());
        try (Fetch fetch = new Fetch(scope.at());
                Saved saved = Saved.to(scope.save(), inspector);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            int share = Math.max(1, scope.most() / readers.size());
            List<Callable<Integer>> crawls = readers.stream()
                    .<Callable<Integer>>map(identity ->
                            () -> new Crawl(identity, fetch, shared.of(share), homes, saved.heard()).read(seeds))
                    .toList();
            int left = 0;
            for (Future<Integer> crawl : threads.invokeAll(crawls)) {
                left += crawl.get();
            }
            return left;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }

    private void mail(Inspector inspector) {
        long before = Long.MAX_VALUE;
        for (int read = 0; read < MOST_MAIL; read += MAIL) {
            List<KeptMail.Message> messages = mail.before(before, MAIL);
            for (KeptMail.Message message : messages) {
                Surface surface = new Surface(Kind.MAIL, "mail " + message.id(), Way.USUAL);
                inspector.text(POST, surface, message.subject() + "\n\n" + message.words());
                inspector.text(POST, surface, message.html());
                before = message.id();
            }
            if (messages.size() < MAIL) {
                return;
            }
        }
    }

    private static void log(Inspector inspector, Path file) {
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            String line = lines.readLine();
            while (line != null) {
                said(inspector, line);
                line = lines.readLine();
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void said(Inspector inspector, String line) {
        inspector.text(OPERATOR, new Surface(Kind.LOG, "the log", Way.USUAL), line);
    }

    /** Where answers go: to the inspector, and to a file where one is wished for. */
    private record Saved(Crawl.Heard heard) implements AutoCloseable {
        static Saved to(Optional<Path> file, Inspector inspector) throws IOException {
            return new Saved(file.isPresent() ? new Saving(file.get(), inspector) : inspector);
        }

        @Override
        public void close() throws IOException {
            if (heard instanceof Saving saving) {
                saving.close();
            }
        }
    }
}
