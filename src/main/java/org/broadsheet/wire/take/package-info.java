/**
 * Stories that were made from the wire: {@link org.broadsheet.wire.take.Takes} makes them,
 * {@link org.broadsheet.wire.take.Taken} says which stand on what an agency sent.
 * Table: {@code wire.taken}.
 */
@NullMarked
@NamedInterface("take")
package org.broadsheet.wire.take;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
