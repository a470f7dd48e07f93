package org.broadsheet.plan;

import java.time.Instant;
import java.util.Optional;
import org.broadsheet.reader.ReaderId;

/**
 * A bill.
 *
 * @param number as people quote it: {@code 2026-00017}, without gaps in a year of the paper's zone
 * @param reader absent once the account has been deleted
 * @param billedTo name and address as they were; empty once the account has been deleted
 * @param plan what it is for
 * @param months how many of them
 * @param due when it should be paid at the latest
 * @param period what has been paid with it
 */
public record Invoice(
        long id,
        String number,
        Optional<ReaderId> reader,
        String billedTo,
        Plan plan,
        int months,
        Money amount,
        Purpose purpose,
        Instant issued,
        Instant due,
        State state,
        Optional<Period> period) {

    public boolean open() {
        return state == State.OPEN;
    }

    /** For whom. */
    public enum Purpose {
        SUBSCRIPTION,
        PRESENT
    }

    /** Whether somebody still waits for it. */
    public enum State {
        OPEN,
        PAID,
        VOID
    }

    /** From one instant to another. */
    public record Period(Instant from, Instant until) {}
}
