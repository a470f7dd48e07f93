package org.broadsheet.site.hot;

import java.util.concurrent.TimeUnit;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;

/** At a stop: readers who wait for a page that is being made get it, after no new ones are let in and before Jetty goes. */
final class Waiting implements SmartLifecycle {
    private static final int MOST_SECONDS = 20;

    private final Desk desk;
    private volatile boolean running;

    Waiting(Desk desk) {
        this.desk = desk;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        try {
            desk.finish(MOST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stops right after the doors have been closed. */
    @Override
    public int getPhase() {
        return WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE - 1;
    }
}
