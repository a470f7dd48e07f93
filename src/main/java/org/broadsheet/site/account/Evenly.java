package org.broadsheet.site.account;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * Answers after the same while, whatever was found: how long it took to write one row more or less says nothing. Waiting is
 * cheap: requests run on virtual threads, and no connection to the database is held.
 */
final class Evenly {
    private static final Duration WHILE = Duration.ofMillis(400);

    private Evenly() {}

    static <T> T answered(Supplier<T> work) {
        long until = System.nanoTime() + WHILE.toNanos();
        T answer = work.get();
        try {
            Thread.sleep(Duration.ofNanos(Math.max(0, until - System.nanoTime())));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return answer;
    }
}
