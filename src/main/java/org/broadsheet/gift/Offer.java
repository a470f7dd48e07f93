package org.broadsheet.gift;

import java.time.Instant;

/** Whether a reader may give a story now. */
public sealed interface Offer {
    /** Yes, and it takes one of those that are left. */
    record Open(Allowance allowance) implements Offer {}

    /** Yes, in the place of a link to the same story that the giver took back this month; it takes none. */
    record Renewal(Allowance allowance) implements Offer {}

    /** It has been given this month: there is a link already. */
    record Already(GiftLink link, Allowance allowance) implements Offer {}

    record No(Given.Refused why) implements Offer {}

    /**
     * What a reader may give away in a month of the paper.
     *
     * @param quota of the plan, as it is now
     * @param used how many have been given this month; more than the quota where that was lowered since
     * @param resets when the next month begins
     */
    record Allowance(int quota, int used, Instant resets) {
        public int left() {
            return Math.max(0, quota - used);
        }
    }
}
