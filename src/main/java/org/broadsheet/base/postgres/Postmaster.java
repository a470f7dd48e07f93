package org.broadsheet.base.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.broadsheet.base.cli.CommandFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running server: started, watched, started again when it dies, stopped in order. */
final class Postmaster {

    private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);

    /** Recovery after a crash replays what was written since the last checkpoint: seconds, on a slow disk minutes. */
    private static final Duration READY_WITHIN = Duration.ofMinutes(10);

    private static final long LOG_LIMIT = 4L << 20;

    private final Cluster cluster;
    private final Binaries binaries;
    private final RunAs runAs;
    private final int port;
    private Process process;
    private boolean stopping;

    private Postmaster(Cluster cluster, Binaries binaries, RunAs runAs, int port, Process process) {
        this.cluster = cluster;
        this.binaries = binaries;
        this.runAs = runAs;
        this.port = port;
        this.process = process;
    }

    static Postmaster start(Cluster cluster, Binaries binaries, RunAs runAs) throws IOException {
        endOrphan(cluster, binaries, runAs);
        int port = cluster.port();
        for (int attempt = 1; ; attempt++) {
            Process process = launch(cluster, binaries, runAs, port);
            try {
                awaitReady(cluster, process);
                Postmaster postmaster = new Postmaster(cluster, binaries, runAs, port, process);
                postmaster.watch(process);
                return postmaster;
            } catch (CommandFailure e) {
                // the children of a killed server need a moment to notice and end
                if (attempt > 50 || !String.valueOf(e.getMessage()).contains("shared memory block")) {
                    throw e;
                }
                pause(Duration.ofMillis(200));
            }
        }
    }

    int port() {
        return port;
    }

    synchronized long pid() {
        return process.pid();
    }

    void stop() {
        Process last;
        synchronized (this) {
            stopping = true;
            last = process;
        }
        if (!last.isAlive()) {
            return;
        }
        try {
            pgCtlStop(cluster, binaries, runAs, "fast");
            if (last.isAlive() && !last.waitFor(30, TimeUnit.SECONDS)) {
                LOG.warn("PostgreSQL did not stop within 30 s; it recovers by itself at its next start");
                pgCtlStop(cluster, binaries, runAs, "immediate");
            }
        } catch (IOException e) {
            last.destroy();
            LOG.warn("PostgreSQL was asked to stop by signal, since pg_ctl cannot be run", e);
        } catch (InterruptedException e) {
            last.destroy();
            Thread.currentThread().interrupt();
        }
    }

    /** Killed Broadsheets leave their PostgreSQL running: it is ended in order, so that ours is again our own child. */
    private static void endOrphan(Cluster cluster, Binaries binaries, RunAs runAs) throws IOException {
        Optional<PidFile> left = PidFile.in(cluster.files());
        if (left.isEmpty()) {
            return;
        }
        Optional<ProcessHandle> orphan = left.get().postgresOn(cluster.files());
        if (orphan.isEmpty()) {
            left.get().disownIn(cluster.files());
            return;
        }
        LOG.info(
                "Ending the PostgreSQL (process {}) that an earlier Broadsheet left behind",
                orphan.get().pid());
        pgCtlStop(cluster, binaries, runAs, "fast");
        if (!gone(left.get(), cluster)) {
            pgCtlStop(cluster, binaries, runAs, "immediate");
        }
        if (!gone(left.get(), cluster)) {
            throw new CommandFailure(
                    "An earlier PostgreSQL (process " + orphan.get().pid() + ") still holds " + cluster.files()
                            + " and does not stop.",
                    "End it by hand, then start again.");
        }
    }

    /** Asked of the folder it works in, not of the process: where nobody collects orphans, a dead one keeps its number. */
    private static boolean gone(PidFile orphan, Cluster cluster) {
        for (int tries = 0; tries < 100; tries++) {
            if (orphan.postgresOn(cluster.files()).isEmpty()) {
                return true;
            }
            pause(Duration.ofMillis(50));
        }
        return false;
    }

    private static void pgCtlStop(Cluster cluster, Binaries binaries, RunAs runAs, String mode) throws IOException {
        Process stop = program(
                        runAs.line(
                                binaries.program("pg_ctl"),
                                "stop",
                                "-D",
                                cluster.files().toString(),
                                "-m",
                                mode,
                                "-t",
                                "30",
                                "-s"),
                        cluster)
                .start();
        Cluster.exit(stop);
    }

    private static Process launch(Cluster cluster, Binaries binaries, RunAs runAs, int port) throws IOException {
        Path log = cluster.log();
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
            Files.delete(log);
        }
        return program(
                        runAs.line(
                                binaries.program("postgres"),
                                "-D",
                                cluster.files().toString(),
                                "-c",
                                "listen_addresses=127.0.0.1",
                                "-c",
                                "port=" + port,
                                "-c",
                                "unix_socket_directories=",
                                "-c",
                                "max_connections=100",
                                "-c",
                                "shared_buffers=96MB",
                                "-c",
                                "fsync=on",
                                "-c",
                                "synchronous_commit=on",
                                "-c",
                                "full_page_writes=on",
                                "-c",
                                "max_wal_size=256MB",
                                "-c",
                                "log_checkpoints=off",
                                "-c",
                                "log_min_error_statement=panic",
                                "-c",
                                "log_timezone=UTC",
                                "-c",
                                "timezone=UTC"),
                        cluster)
                .start();
    }

    private static ProcessBuilder program(List<String> line, Cluster cluster) {
        ProcessBuilder builder = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(cluster.log().toFile()));
        // a PGDATA or PGPORT of the operator's own must not lead our server astray
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        return builder;
    }

    private static void awaitReady(Cluster cluster, Process process) throws IOException {
        long end = System.nanoTime() + READY_WITHIN.toNanos();
        while (System.nanoTime() < end) {
            if (!process.isAlive()) {
                throw Words.about("PostgreSQL did not start", lastWords(cluster));
            }
            if (PidFile.in(cluster.files())
                    .filter(file -> file.ready() && file.pid() == process.pid())
                    .isPresent()) {
                return;
            }
            pause(Duration.ofMillis(5));
        }
        process.destroy();
        throw Words.about(
                "PostgreSQL did not get ready within " + READY_WITHIN.toMinutes() + " minutes", lastWords(cluster));
    }

    private static String lastWords(Cluster cluster) throws IOException {
        byte[] log = Files.readAllBytes(cluster.log());
        int from = Math.max(0, log.length - 1_000);
        return new String(log, from, log.length - from, StandardCharsets.UTF_8);
    }

    private void watch(Process watched) {
        Thread.ofVirtual().name("postgres-watch").start(() -> {
            try {
                int code = watched.waitFor();
                if (!isStopping()) {
                    startAgain(code);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private synchronized boolean isStopping() {
        return stopping;
    }

    private void startAgain(int code) {
        for (int attempt = 1; ; attempt++) {
            LOG.warn("PostgreSQL ended unexpectedly (exit {}); starting it again, attempt {}", code, attempt);
            try {
                Process next;
                synchronized (this) {
                    if (stopping) {
                        return;
                    }
                    next = launch(cluster, binaries, runAs, port);
                    process = next;
                }
                awaitReady(cluster, next);
                watch(next);
                LOG.info("PostgreSQL runs again (process {})", next.pid());
                return;
            } catch (IOException | CommandFailure e) {
                if (isStopping()) {
                    return;
                }
                LOG.error("PostgreSQL cannot be started again: {}", e.getMessage());
            }
            pause(Duration.ofMillis(Math.min(10_000L, 200L * attempt)));
        }
    }

    private static void pause(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
