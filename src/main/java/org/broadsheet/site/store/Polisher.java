package org.broadsheet.site.store;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.broadsheet.base.page.PageKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes pages that are asked for often as small as they get, one after another, in a fifth of one core's time. */
final class Polisher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Polisher.class);
    private static final int MOST_WAITING = 20_000;
    private static final int REST = 4;

    private final BlockingQueue<PageKey> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Consumer<PageKey> work;
    private final Thread thread;

    Polisher(Consumer<PageKey> work) {
        this.work = work;
        this.thread = Thread.ofPlatform().daemon().name("page-polisher").start(this::run);
    }

    /** Does nothing where too many wait: the page stays as it is. */
    void add(PageKey key) {
        if (!waiting.offer(key)) {
            LOG.debug("{} stays as it is", key);
        }
    }

    private void run() {
        try {
            while (true) {
                PageKey key = waiting.take();
                long begun = System.nanoTime();
                polish(key);
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
