package org.broadsheet.reader.passkey;

import java.time.Instant;
import java.util.Optional;

/**
 * One of a reader's passkeys, as its list shows it.
 *
 * @param name as the reader calls it
 * @param backedUp true where a provider keeps it for several devices
 * @param doubtedAt when its counter went backwards, which a copy of it would explain
 */
public record Passkey(
        long id, String name, boolean backedUp, Instant madeAt, Optional<Instant> usedAt, Optional<Instant> doubtedAt) {
    /** Characters of a name. */
    public static final int LONGEST_NAME = 60;
}
