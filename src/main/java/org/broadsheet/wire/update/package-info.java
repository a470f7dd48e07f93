/**
 * What agencies say anew of copy that stories stand on: brought into the desk's copy by {@link org.broadsheet.wire.update.Updates},
 * which hears {@link org.broadsheet.wire.WireNews} in its transaction. What an editor has to decide waits. Table: {@code wire.update}.
 */
@NullMarked
@NamedInterface("update")
package org.broadsheet.wire.update;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
