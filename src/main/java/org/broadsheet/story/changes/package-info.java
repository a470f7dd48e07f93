/** What changed before readers' eyes, in the order of its changing, for whoever keeps copies. No tables of its own. */
@NullMarked
@NamedInterface("changes")
package org.broadsheet.story.changes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
