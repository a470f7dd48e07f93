package org.broadsheet.paywall;

import org.broadsheet.reader.ReaderId;

/** What the paper knows of who asks. */
public sealed interface Standing {

    /** Nothing. */
    record Stranger() implements Standing {}

    /** Signed in, with nothing that opens every story. */
    record Registered(ReaderId reader) implements Standing {}

    /** Somebody to whom every story is open. */
    record Subscriber(Via via) implements Standing {}

    /** A search engine that proved to be the one it says it is, and that this paper lets read. */
    record Crawler() implements Standing {}

    /** By what every story is open to somebody. */
    enum Via {
        PLAN,
        INSTITUTION,
        STAFF
    }
}
