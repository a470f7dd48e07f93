/** What counts once: the database remembers what was used. */
@NullMarked
package org.broadsheet.reader.once;

import org.jspecify.annotations.NullMarked;
