package org.broadsheet.site.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** For what follows a change in the newsroom by itself: milliseconds, with a limit only so that a failure ends. */
final class Soon {
    private Soon() {}

    static void holds(String what, BooleanSupplier condition) {
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as(what).isBefore(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
