/**
 * The wire: what agencies and feeds send. Raw bytes are kept first, with their arrival time and hash; formats read them
 * into one {@link org.broadsheet.wire.WireItem}; items are grouped by their sender's identifier and version. Tables:
 * {@code wire.raw}, {@code wire.item}. Publishes no events yet.
 */
@NullMarked
package org.broadsheet.wire;

import org.jspecify.annotations.NullMarked;
