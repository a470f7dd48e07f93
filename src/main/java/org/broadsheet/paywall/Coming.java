package org.broadsheet.paywall;

/** How somebody comes to a story. */
public enum Coming {
    /** A person, to read it. */
    OPENS,
    /** A program, or somebody who wants the head only: nothing is spent. */
    LOOKS,
    /** A browser that fetches what its reader may want next: nothing is spent before that. */
    AHEAD
}
