package org.broadsheet.site.hot.limits;

import java.time.Duration;

/**
 * How long a client may take.
 *
 * @param idle without a single octet either way, whatever the connection waits for
 * @param idleWhenFull instead of it, while there is no room for further connections
 * @param head from the first octet of a request's head to its last
 * @param grace for a request's body, or to take an answer, before the rate counts
 * @param rate octets a second that a body must come at, and an answer be taken at, once the grace is over
 * @param look between two looks at all connections; a deadline may be missed by that much
 */
public record Patience(Duration idle, Duration idleWhenFull, Duration head, Duration grace, int rate, Duration look) {
    /** A reader on the slowest of telephone lines gets through; whoever holds on on purpose does not hold on for long. */
    public static final Patience STANDARD = new Patience(
            Duration.ofSeconds(30),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            1_000,
            Duration.ofSeconds(1));

    /** For so many octets, in nanoseconds. */
    public long nanosFor(long octets) {
        return grace.plus(Duration.ofSeconds(octets).dividedBy(rate)).toNanos();
    }
}
