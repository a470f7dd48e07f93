package org.broadsheet.reader;

import java.time.Instant;
import java.util.Optional;
import org.broadsheet.base.Actor;

/** What happened to somebody's account, told to the rooms above in the transaction that did it. */
public sealed interface ReaderNews {
    ReaderId reader();

    /** A new account, its address confirmed. */
    record Joined(ReaderId reader) implements ReaderNews {}

    /** A new session, in whatever way its reader's right to it was shown. */
    record SignedIn(ReaderId reader) implements ReaderNews {}

    /** Signed out everywhere, or what the reader may do has changed. */
    record StandingChanged(ReaderId reader) implements ReaderNews {}

    /**
     * A member of staff came, went or may do something else now; told besides {@link StandingChanged}.
     *
     * @param role empty for somebody who is staff no more
     */
    record RoleChanged(ReaderId reader, String email, Optional<Role> role, Actor by, Instant at)
            implements ReaderNews {}

    /** A member of staff may set up a second factor once more. */
    record Invited(ReaderId reader, Staff.Factors factors, Actor by, Instant at) implements ReaderNews {}
}
