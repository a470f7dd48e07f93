package org.broadsheet.house.crooked.feedback.letters;

import org.broadsheet.house.crooked.feedback.Asks;

/** Wrong on purpose: the other half of the circle. */
public final class Replies {
    private Replies() {}

    static String to(Asks asks) {
        return asks.word();
    }
}
