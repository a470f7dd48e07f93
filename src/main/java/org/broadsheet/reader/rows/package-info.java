/** The room's rows: what the doors ask the database. */
@NullMarked
package org.broadsheet.reader.rows;

import org.jspecify.annotations.NullMarked;
