package org.broadsheet.paywall;

import java.time.Instant;

/**
 * Says that a reader may read what is for subscribers, without asking the database on every page.
 *
 * @param reader whose it is
 * @param until when it has to be renewed
 */
public record Pass(long reader, Instant until) {
    boolean lives(Instant now) {
        return now.isBefore(until);
    }
}
