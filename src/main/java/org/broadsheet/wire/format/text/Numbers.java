package org.broadsheet.wire.format.text;

import java.util.Optional;

/** Figures as senders write them. */
public final class Numbers {
    private Numbers() {}

    /** 1 (most) to 9 (IPTC); anything else is no urgency. */
    public static Optional<Integer> urgency(String written) {
        return Optional.of(written.strip()).filter(w -> w.matches("[1-9]")).map(Integer::valueOf);
    }
}
