package org.broadsheet.house.crooked.feedback;

import org.broadsheet.house.crooked.feedback.letters.Replies;

/** Wrong on purpose: what it imports imports it. */
public record Asks(Replies replies) {
    public String word() {
        return "asks";
    }
}
