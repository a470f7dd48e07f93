package org.broadsheet.site.signin;

import java.util.Locale;
import org.broadsheet.site.page.Frame;

/**
 * What to do where a provider's answer does not sign anybody in.
 *
 * @param email that the provider gave; may be empty
 */
public record OpenIdPage(Frame frame, Kind kind, String provider, String email) {
    /** Why. */
    public enum Kind {
        SIGN_IN_FIRST,
        STRANGER,
        NO_ADDRESS,
        LINKED_ELSEWHERE,
        ABANDONED,
        FAILED;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
