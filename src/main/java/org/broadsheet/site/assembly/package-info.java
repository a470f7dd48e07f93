/**
 * Puts public pages together: asks the rooms below what is so, asks the paywall what may be shown, fills the records of
 * {@code site.page} and renders them. Keeps lists that many pages need in memory until a change notice drops them.
 */
@NullMarked
package org.broadsheet.site.assembly;

import org.jspecify.annotations.NullMarked;
