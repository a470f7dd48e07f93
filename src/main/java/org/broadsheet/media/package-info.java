/**
 * Photographs: what strangers and agencies send, re-encoded, kept and shown with its caption, credit and rights.
 *
 * <p>Owns the schema {@code media}: {@code original} (the bytes as they came, never served), {@code photograph} (what the
 * paper says about one), {@code rendition} (what readers get). Announces the change notice {@code photograph} when a
 * photograph's words change. The part that reads strangers' bytes is {@code media.darkroom}; it runs in a process of
 * its own (docs/rationale/0008-pictures.md).
 */
@NullMarked
package org.broadsheet.media;

import org.jspecify.annotations.NullMarked;
