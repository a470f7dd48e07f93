package org.broadsheet.site.page;

import java.util.Optional;

/**
 * The opinion form on a page of its own.
 *
 * @param state whether it is asked, or has been answered
 * @param story the one it is about
 */
public record FeedbackPage(Frame frame, State state, FeedbackForm form, Optional<Link> story) {

    /** Before and after. */
    public enum State {
        ASKING,
        THANKED
    }

    public boolean thanked() {
        return state == State.THANKED;
    }
}
