package org.broadsheet.reader.second;

import java.util.Optional;
import org.broadsheet.reader.Role;

/**
 * Where a reader stands with the second factor, in one browser.
 *
 * @param app whether an authenticator app is set up
 * @param codesLeft recovery codes not used
 * @param passkeys how many
 * @param twoFactors whether this browser signed in with two factors
 * @param role of a member of staff, whether or not this browser may use it
 * @param owed true where the role asks for a second factor that this browser has not shown: then it is a reader's
 */
public record Standing(
        boolean app, int codesLeft, int passkeys, boolean twoFactors, Optional<Role> role, boolean owed) {}
