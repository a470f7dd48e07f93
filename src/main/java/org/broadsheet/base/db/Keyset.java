package org.broadsheet.base.db;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a list that is ordered by time goes on: after this row. Rows that come or go meanwhile leave no gap and show
 * nothing twice.
 *
 * @param at to the microsecond, as the database keeps it
 */
public record Keyset(Instant at, long id) implements Comparable<Keyset> {
    /** Beyond all that will ever be there: where a list begins whose newest stands first. */
    public static final Keyset TOP = new Keyset(Instant.parse("9999-01-01T00:00:00Z"), Long.MAX_VALUE);

    private static final Pattern SHAPE = Pattern.compile("([0-9]{1,16})-([0-9]{1,18})");
    private static final long MICROS = 1_000_000;

    /** Nothing where {@link #text} did not write it. */
    public static Optional<Keyset> of(String text) {
        Matcher parts = SHAPE.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        long micros = Long.parseLong(parts.group(1));
        Instant at = Instant.ofEpochSecond(micros / MICROS, micros % MICROS * 1_000);
        return Optional.of(new Keyset(at, Long.parseLong(parts.group(2))));
    }

    /** For an address. */
    public String text() {
        return at.getEpochSecond() * MICROS + at.getNano() / 1_000 + "-" + id;
    }

    @Override
    public int compareTo(Keyset other) {
        int times = at.compareTo(other.at);
        return times == 0 ? Long.compare(id, other.id) : times;
    }
}
