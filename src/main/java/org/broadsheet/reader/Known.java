package org.broadsheet.reader;

import java.util.Optional;

/**
 * Somebody whose session holds now.
 *
 * @param name as the reader wants to be called; may be empty
 * @param role of a member of staff
 * @param device the browser that asks
 */
public record Known(ReaderId id, String email, String name, Optional<Role> role, long device) {
    public boolean may(Role wanted) {
        return role.filter(has -> has.may(wanted)).isPresent();
    }
}
