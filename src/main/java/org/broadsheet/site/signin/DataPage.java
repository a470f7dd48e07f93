package org.broadsheet.site.signin;

import java.util.Optional;
import org.broadsheet.site.page.Frame;

/**
 * One's own data, out and away.
 *
 * @param state which of its pages
 */
public record DataPage(Frame frame, State state, String email, Optional<String> problem) {
    /** Before, at the question, and after. */
    public enum State {
        ASKING,
        LEAVING,
        GONE
    }
}
