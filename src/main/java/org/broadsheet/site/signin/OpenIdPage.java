package org.broadsheet.site.signin;

import java.util.Locale;
import org.broadsheet.site.account.page.Form;
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
        UNVERIFIED,
        NO_ADDRESS,
        LINKED_ELSEWHERE,
        ABANDONED,
        FAILED;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * {@code /sign-in/oidc/join}: whether somebody whom the provider vouches for wants an account here.
     *
     * @param email that the provider has verified
     */
    public record Newcomer(Frame frame, String provider, String email, Form form) {}
}
