/**
 * The public paper: its pages, the store that keeps them finished, and the hot path that hands them out. Owns the schema
 * {@code site} (how often stories are read); hears every change notice.
 */
@NullMarked
package org.broadsheet.site;

import org.jspecify.annotations.NullMarked;
