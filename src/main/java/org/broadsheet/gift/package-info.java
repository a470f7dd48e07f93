/** Premium stories given away: give, open, count, revoke, expire. Owns the schema {@code gift}. */
@NullMarked
package org.broadsheet.gift;

import org.jspecify.annotations.NullMarked;
