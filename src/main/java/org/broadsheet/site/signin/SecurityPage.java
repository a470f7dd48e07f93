package org.broadsheet.site.signin;

import java.util.List;
import java.util.Optional;
import org.broadsheet.base.words.Moment;
import org.broadsheet.reader.second.Standing;
import org.broadsheet.site.page.Frame;

/**
 * {@code /account/security}: the ways into an account.
 *
 * @param done what has just been done, as a sentence
 * @param problem why something was not
 * @param enrols whether ways in may be set up in this browser
 * @param provider nothing where the paper has none
 */
public record SecurityPage(
        Frame frame,
        Optional<String> done,
        Optional<String> problem,
        Standing standing,
        boolean enrols,
        List<Line> passkeys,
        Optional<Provider> provider) {

    /** One passkey. */
    public record Line(
            long id, String name, boolean backedUp, Moment made, Optional<Moment> used, Optional<Moment> doubted) {}

    /** Where else the reader may have an account. */
    public record Provider(String name, boolean linked) {}
}
