/** Reads the heads of plain requests, and leaves all others alone. */
@NullMarked
package org.broadsheet.site.hot.head;

import org.jspecify.annotations.NullMarked;
