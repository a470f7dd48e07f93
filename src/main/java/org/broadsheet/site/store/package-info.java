/**
 * Finished pages, kept in memory until a change makes them stale: rendered once for all who wait, compressed, with their
 * headers written out. Owns no table; hears change notices. What is guarded is kept in several
 * faces, and which of them a reader gets is for whoever asks to decide.
 */
@NullMarked
package org.broadsheet.site.store;

import org.jspecify.annotations.NullMarked;
