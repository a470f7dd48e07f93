/**
 * The wire: what agencies and feeds send. {@link org.broadsheet.wire.source.Sources} are asked in their turn; raw bytes are
 * kept first, with their arrival time and hash; formats read them into one {@link org.broadsheet.wire.item.WireItem}; items
 * are grouped by their sender's identifier and version. {@code merge} brings an update into copy that was edited; nobody
 * calls it yet. Tables: {@code wire.source}, {@code wire.raw}, {@code wire.item}, {@code wire.taken}; the parts name theirs.
 * Publishes {@link org.broadsheet.wire.WireNews}.
 */
@NullMarked
package org.broadsheet.wire;

import org.jspecify.annotations.NullMarked;
