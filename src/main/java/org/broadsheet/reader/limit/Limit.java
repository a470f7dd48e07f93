package org.broadsheet.reader.limit;

import java.time.Duration;

/**
 * What is counted, how much of it is free, and how the wait grows after that: it doubles with each further try. Tries are
 * forgotten one by one, the free ones all in the given time, so that many people behind one address do not add up for ever.
 */
public enum Limit {
    /** Wrong passwords of one account, from browsers that never signed in to it. */
    ACCOUNT(5, Duration.ofSeconds(30), Duration.ofMinutes(15), Duration.ofDays(1)),
    /** Wrong passwords of one account, from one browser that has signed in to it before. */
    DEVICE(10, Duration.ofSeconds(30), Duration.ofMinutes(15), Duration.ofDays(1)),
    /** Wrong passwords from one network, whatever the account. */
    NETWORK(40, Duration.ofMinutes(1), Duration.ofMinutes(15), Duration.ofHours(1)),
    /** Mail that anybody can have sent to one address. */
    MAIL_TO(4, Duration.ofMinutes(5), Duration.ofHours(12), Duration.ofDays(1)),
    /** Mail that one network has had sent. */
    MAIL_FROM(20, Duration.ofMinutes(1), Duration.ofMinutes(30), Duration.ofHours(2)),
    /** Invitations that one reader has sent to others. */
    INVITES(20, Duration.ofHours(1), Duration.ofHours(12), Duration.ofDays(1)),
    /** Invitations that reached one address. */
    INVITED(3, Duration.ofHours(12), Duration.ofDays(2), Duration.ofDays(1)),
    /** Passwords said for one link of a mail. */
    LINK(5, Duration.ofSeconds(30), Duration.ofMinutes(15), Duration.ofDays(3));

    private final int free;
    private final Duration first;
    private final Duration longest;
    private final Duration forgotten;

    Limit(int free, Duration first, Duration longest, Duration forgotten) {
        this.free = free;
        this.first = first;
        this.longest = longest;
        this.forgotten = forgotten;
    }

    int free() {
        return free;
    }

    Duration first() {
        return first;
    }

    Duration longest() {
        return longest;
    }

    /** One try is forgotten after so long without another. */
    Duration each() {
        return forgotten.dividedBy(free);
    }
}
