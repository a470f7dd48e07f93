package org.broadsheet.security;

import java.util.Optional;
import org.broadsheet.reader.ReaderId;

/**
 * Somebody who asks.
 *
 * @param cookies the {@code Cookie} header; empty for a stranger
 */
record Guest(Kind kind, Optional<ReaderId> reader, String cookies) {

    enum Kind {
        STRANGER,
        READER,
        /** Whose things the others try to get at. */
        SUBSCRIBER,
        ANOTHER_SUBSCRIBER,
        REPORTER,
        EDITOR,
        PUBLISHER
    }

    static Guest stranger() {
        return new Guest(Kind.STRANGER, Optional.empty(), "");
    }

    boolean signedIn() {
        return reader.isPresent();
    }

    /** Is of the staff. */
    boolean works() {
        return kind == Kind.REPORTER || kind == Kind.EDITOR || kind == Kind.PUBLISHER;
    }

    Guest with(String cookie) {
        return new Guest(kind, reader, cookies.isEmpty() ? cookie : cookies + "; " + cookie);
    }

    @Override
    public String toString() {
        return kind.toString();
    }
}
