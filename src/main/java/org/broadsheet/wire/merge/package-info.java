/**
 * An agency's update brought into copy that the desk has edited: three versions become one, and where both sides said
 * something different about the same paragraph, both stand side by side until somebody decides. Pure: no database, no clock.
 */
@NullMarked
@NamedInterface("merge")
package org.broadsheet.wire.merge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
