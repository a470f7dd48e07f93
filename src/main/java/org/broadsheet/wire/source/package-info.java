/**
 * Where the wire comes from: {@link org.broadsheet.wire.source.Sources} are asked in their {@link
 * org.broadsheet.wire.source.Turn}, each on a thread of its own. What they send goes in by the room's door, {@link
 * org.broadsheet.wire.Wire}. Table: {@code wire.source}.
 */
@NullMarked
@NamedInterface("source")
package org.broadsheet.wire.source;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
