/**
 * What the wire is read into: one {@link org.broadsheet.wire.item.WireItem} of any format, with its links, pictures,
 * subjects and times; {@link org.broadsheet.wire.item.WireDraft} is an item while a format fills it in.
 */
@NullMarked
@NamedInterface("item")
package org.broadsheet.wire.item;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
