package org.broadsheet.wire.source;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.broadsheet.wire.source.SourceSql.SourceRow;

/**
 * When a source is asked again: after an answer in its usual time, after each failure in a row twice as late, up to an hour;
 * a tenth more or less by chance, so that many sources do not fall into step.
 *
 * @param atLeast what the server asks for
 */
record Turn(Duration every, Duration atLeast) {
    /** Longer than any question takes: then another node may ask. */
    static final Duration LEASE = Duration.ofMinutes(3);

    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 20;

    static Turn of(SourceRow row) {
        return new Turn(Duration.ofSeconds(row.everySeconds()), Duration.ZERO);
    }

    Turn notBefore(Optional<Duration> retryAfter) {
        return new Turn(every, retryAfter.orElse(atLeast));
    }

    Duration afterAnswer() {
        return about(every);
    }

    Duration afterFailure(int failures) {
        long doubled = every.toMillis() << Math.min(failures, MOST_DOUBLINGS);
        Duration longest = every.compareTo(LONGEST) > 0 ? every : LONGEST;
        Duration wait = about(Duration.ofMillis(Math.min(doubled, longest.toMillis())));
        return wait.compareTo(atLeast) < 0 ? atLeast : wait;
    }

    private static Duration about(Duration wait) {
        return Duration.ofMillis(
                (long) (wait.toMillis() * ThreadLocalRandom.current().nextDouble(0.9, 1.1)));
    }
}
