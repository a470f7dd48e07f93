package org.broadsheet.plan;

import java.time.Instant;

/**
 * What a reader's subscription, or the network a reader comes from, gives now: every story, and so many gifts.
 *
 * @param plan its name, for people to read
 * @param gifts stories that may be given away in a calendar month of the paper's zone: 0 to 5
 * @param until when it has to be looked up again, at the latest
 */
public record Entitlement(String plan, int gifts, Instant until) {
    public Entitlement {
        if (gifts < 0 || gifts > 5) {
            throw new IllegalArgumentException("gifts is " + gifts + "; expected 0 to 5");
        }
    }
}
