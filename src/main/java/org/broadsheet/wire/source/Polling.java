package org.broadsheet.wire.source;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.broadsheet.ops.Job;
import org.broadsheet.wire.Wire;
import org.broadsheet.wire.source.SourceSql.SourceRow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Asks every source in its turn, each on a thread of its own: one that hangs keeps nobody waiting. */
@Component
class Polling implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("wire");
    private static final int AT_ONCE = 32;

    private final Sources sources;
    private final InstantSource clock;
    private volatile boolean closed;
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("wire-", 0).factory());

    Polling(Sources sources, InstantSource clock) {
        this.sources = sources;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class Declared {
        @Bean
        Job askSources(Polling polling) {
            return Job.every(Duration.ofSeconds(1), "wire.sources", polling::begin);
        }
    }

    /** Begins with those that are due, as many as there is room for; does not wait for them. */
    void begin() {
        int room = free.drainPermits();
        List<SourceRow> due = List.of();
        try {
            due = room == 0 ? due : sources.due(clock.instant(), room);
        } finally {
            // where the database is away, too: else nobody would be asked any more once it is back
            free.release(room - due.size());
        }
        for (SourceRow row : due) {
            threads.execute(() -> {
                try {
                    pull(row);
                } finally {
                    free.release();
                }
            });
        }
    }

    private void pull(SourceRow row) {
        try {
            switch (sources.pull(row, clock.instant())) {
                case Sources.Pulled.News(Wire.Progress(int documents, int added, int refused)) ->
                    LOG.atInfo()
                            .addKeyValue("source", row.name())
                            .addKeyValue("items", added)
                            .addKeyValue("refused", refused)
                            .log("wire: {} documents", documents);
                case Sources.Pulled.Trouble(String why) ->
                    LOG.atWarn().addKeyValue("source", row.name()).log("wire: {}", why);
                case Sources.Pulled.Nothing _, Sources.Pulled.NoSuchSource _ -> LOG.debug("wire: nothing new");
            }
        } catch (RuntimeException broken) {
            if (closed) {
                return;
            }
            // asked again when the lease has run out
            LOG.atError().addKeyValue("source", row.name()).setCause(broken).log("wire: a source could not be read");
        }
    }

    @Override
    public void close() {
        closed = true;
        threads.shutdownNow();
    }
}
