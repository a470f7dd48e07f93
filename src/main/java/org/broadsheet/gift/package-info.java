/**
 * Premium stories given away: give, open, count, revoke, expire. {@link org.broadsheet.gift.Gifts} is the door for givers,
 * {@link org.broadsheet.gift.Openings} for their friends. Owns the schema {@code gift}: {@code month} (the quota),
 * {@code gift}, {@code device} (until a gift is over), {@code friend}. Announces the change {@code gift:<number>} when a link
 * is taken back; publishes and hears no events.
 */
@NullMarked
package org.broadsheet.gift;

import org.jspecify.annotations.NullMarked;
