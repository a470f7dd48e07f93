package org.broadsheet.site.gifts;

import java.util.List;
import java.util.Optional;
import org.broadsheet.gift.Gifts.Wish;
import org.broadsheet.site.page.Frame;
import org.broadsheet.site.page.Link;

/**
 * Giving a story, or why it cannot be given.
 *
 * @param state names its texts {@code gifts.give.<state>.title} and {@code .text}
 * @param story what is to be given, while it is in the paper
 * @param number the story's, as the form sends it
 * @param form what is in the form
 */
public record GivePage(
        Frame frame, State state, Optional<Link> story, String number, Optional<Counter> counter, Form form) {

    /** What the page says. */
    public enum State {
        READY,
        RENEWAL,
        SIGNED_OUT,
        NO_SUBSCRIPTION,
        NO_GIFTS_IN_PLAN,
        QUOTA_SPENT,
        FOR_EVERYONE,
        AGENCY_TERMS,
        WITHDRAWN,
        NO_SUCH_STORY;

        public boolean open() {
            return this == READY || this == RENEWAL;
        }

        /** Where a subscription would help. */
        public boolean sells() {
            return this == SIGNED_OUT || this == NO_SUBSCRIPTION || this == NO_GIFTS_IN_PLAN;
        }
    }

    /**
     * @param name the giver's, as their account has it; empty where it has none
     * @param note what was written before, when it was refused
     * @param problem why it was refused, as a sentence
     */
    public record Form(String name, String note, boolean named, Optional<String> problem) {
        static Form empty(String name) {
            return new Form(name, "", false, Optional.empty());
        }
    }

    public int longest() {
        return Wish.LONGEST_NOTE;
    }

    /** Where to come back to after signing in. */
    public String back() {
        return "%2Fgifts%2Fgive%3Fstory%3D" + number;
    }

    /** For a story that everyone may read. */
    public List<Link> share() {
        return story.map(link ->
                        org.broadsheet.site.page.ShareLinks.of(frame.paper().url(link.href()), link.name()))
                .orElse(List.of());
    }
}
