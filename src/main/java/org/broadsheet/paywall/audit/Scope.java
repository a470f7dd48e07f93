package org.broadsheet.paywall.audit;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What is looked at, and within which bounds.
 *
 * @param at the address that is asked, such as {@code http://127.0.0.1:8080/}
 * @param most requests in all, shared evenly among the identities
 * @param atOnce requests under way at the same time
 * @param log a file of the paper's log to be read too
 * @param save a file to which everything goes that was sent to anybody but a subscriber; it holds guarded text of metered
 *     stories
 */
public record Scope(URI at, int most, Duration within, int atOnce, Optional<Path> log, Optional<Path> save) {
    public static final int MOST = 20_000;
    public static final Duration WITHIN = Duration.ofMinutes(10);

    public Scope {
        if (most < 1 || atOnce < 1 || within.isNegative() || within.isZero()) {
            throw new IllegalArgumentException("bounds have to be more than nothing");
        }
    }

    public static Scope of(URI at) {
        return new Scope(at, MOST, WITHIN, 2, Optional.empty(), Optional.empty());
    }

    public Scope bounded(int most, Duration within, int atOnce) {
        return new Scope(at, most, within, atOnce, log, save);
    }

    public Scope with(Optional<Path> log, Optional<Path> save) {
        return new Scope(at, most, within, atOnce, log, save);
    }
}
