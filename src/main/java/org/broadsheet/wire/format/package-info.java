/**
 * Formats: each a class behind {@link org.broadsheet.wire.format.WireFormat}, recognised by what stands in the document,
 * never by a file's name. Nothing here opens an address, and everything is read within limits. Open to rooms above:
 * {@link org.broadsheet.wire.Formats} reads by them, {@code Outcome} is what came of it.
 */
@NullMarked
@NamedInterface("format")
package org.broadsheet.wire.format;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
