package org.broadsheet.paywall;

import java.util.List;
import org.broadsheet.story.Access;

/** How a request for a guarded story ends. */
public sealed interface Admitted {

    /** @param cookies values of {@code Set-Cookie} to go with it */
    record Shown(Access access, Credentials who, List<String> cookies) implements Admitted {}

    /** Not before its reader really comes: this was asked for ahead of that, and would spend something. */
    record NotYet() implements Admitted {}
}
