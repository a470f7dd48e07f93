/** How often something may be tried, counted in the database for all nodes. Owns {@code reader.tries}. */
@NullMarked
package org.broadsheet.reader.limit;

import org.jspecify.annotations.NullMarked;
