package org.broadsheet.paywall;

/** What became of a gift of the story in question. */
public sealed interface Given {

    /** This browser has none. */
    record Nothing() implements Given {}

    /** It opens the story. */
    record Live(long gift) implements Given {}

    /** It was one, and has run out or been taken back. */
    record Over() implements Given {}
}
