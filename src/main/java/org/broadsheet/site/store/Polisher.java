package org.broadsheet.site.store;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.broadsheet.base.page.PageKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes pages that are asked for often as small as they get, one after another, in a fifth of one core's time; each only
 * some time after it was told of: what the next publication drops again is not worth it, and a publication wants the
 * core for itself.
 */
final class Polisher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Polisher.class);

    /** Longer than between two publications of a burst, so that the front page is not compressed for each of them. */
    static final Duration SETTLED = Duration.ofSeconds(10);

    private static final int MOST_WAITING = 20_000;
    private static final int REST = 4;

    /** @param due by {@link System#nanoTime()} */
    private record Told(PageKey key, long due) {}

    private final BlockingQueue<Told> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Consumer<PageKey> work;
    private final Duration later;
    private final Thread thread;

    Polisher(Consumer<PageKey> work, Duration later) {
        this.work = work;
        this.later = later;
        this.thread = Thread.ofPlatform().daemon().name("page-polisher").start(this::run);
    }

    /** Does nothing where too many wait: the page stays as it is. */
    void add(PageKey key) {
        if (!waiting.offer(new Told(key, System.nanoTime() + later.toNanos()))) {
            LOG.debug("{} stays as it is", key);
        }
    }

    private void run() {
        try {
            while (true) {
                Told next = waiting.take();
                TimeUnit.NANOSECONDS.sleep(next.due - System.nanoTime());
                long begun = System.nanoTime();
                polish(next.key);
                TimeUnit.NANOSECONDS.sleep(REST * (System.nanoTime() - begun));
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void polish(PageKey key) {
        try {
            work.accept(key);
        } catch (RuntimeException failed) {
            LOG.warn("{} cannot be compressed further and stays as it is", key, failed);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
