package org.broadsheet.paywall;

import java.time.Instant;
import java.util.Optional;
import org.broadsheet.reader.ReaderId;

/**
 * Says what a reader may read, without asking the database on every page.
 *
 * @param reader whose it is; nobody's where an institution's network opens every story
 * @param issued just before the database was asked, to the millisecond
 * @param until when it has to be renewed
 */
public record Pass(Optional<ReaderId> reader, Kind kind, Instant issued, Instant until) {

    /** What it says of its reader. */
    public enum Kind {
        /** Signed in, and nothing more. */
        REGISTERED('r'),
        SUBSCRIBER('s'),
        STAFF('t'),
        INSTITUTION('i');

        private final char letter;

        Kind(char letter) {
            this.letter = letter;
        }

        char letter() {
            return letter;
        }

        /** @throws IllegalArgumentException when no kind has this letter */
        static Kind of(char letter) {
            for (Kind kind : values()) {
                if (kind.letter == letter) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("no pass is of kind " + letter);
        }
    }

    public Pass {
        if (reader.isEmpty() != (kind == Kind.INSTITUTION)) {
            throw new IllegalArgumentException("a pass is a reader's, or an institution's");
        }
    }

    Standing standing() {
        return switch (kind) {
            case REGISTERED -> new Standing.Registered(reader.orElseThrow());
            case SUBSCRIBER -> new Standing.Subscriber(Standing.Via.PLAN);
            case STAFF -> new Standing.Subscriber(Standing.Via.STAFF);
            case INSTITUTION -> new Standing.Subscriber(Standing.Via.INSTITUTION);
        };
    }

    /** True for a pass of the reader who is signed in, or of nobody in particular. */
    boolean fits(ReaderId signedIn) {
        return reader.isEmpty() || reader.get().equals(signedIn);
    }
}
