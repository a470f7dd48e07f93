package org.broadsheet.plan;

import org.broadsheet.reader.ReaderId;

/** What there is to write to people about, told to the rooms above in the transaction that did it. */
public sealed interface PlanNews {
    /** A bill that waits to be paid. */
    record Billed(Invoice invoice) implements PlanNews {}

    /** A payment is due and the reader reads on for a while. */
    record GraceBegan(ReaderId reader, Subscription subscription) implements PlanNews {}

    /** It gives nothing any more. */
    record Ended(ReaderId reader, Subscription subscription) implements PlanNews {}

    /** A subscription that somebody has paid for somebody else; the code is kept nowhere. */
    record PresentReady(Present present, String code) implements PlanNews {
        @Override
        public String toString() {
            return "PresentReady[" + present.id() + "]";
        }
    }

    /** Somebody is asked to read by somebody else's subscription; the token is kept nowhere. */
    record SeatOffered(String email, String plan, ReaderId owner, String token) implements PlanNews {
        @Override
        public String toString() {
            return "SeatOffered[" + plan + "]";
        }
    }
}
