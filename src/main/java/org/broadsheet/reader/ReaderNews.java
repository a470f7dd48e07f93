package org.broadsheet.reader;

/** What happened to somebody's account, told to the rooms above in the transaction that did it. */
public sealed interface ReaderNews {
    ReaderId reader();

    /** A new account, its address confirmed. */
    record Joined(ReaderId reader) implements ReaderNews {}

    /** Signed out everywhere, or what the reader may do has changed. */
    record StandingChanged(ReaderId reader) implements ReaderNews {}
}
