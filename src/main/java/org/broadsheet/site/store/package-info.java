/**
 * Finished pages, kept in memory until a change makes them stale: rendered once for all who wait, compressed, with their
 * headers written out. Owns no table; hears change notices. What is guarded leaves a page only by an
 * {@link org.broadsheet.story.Access} that grants it.
 */
@NullMarked
package org.broadsheet.site.store;

import org.jspecify.annotations.NullMarked;
