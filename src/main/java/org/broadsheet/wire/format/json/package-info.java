/** ninjs 1 to 3 with superdesk's dialect of it, and JSON Feed. */
@NullMarked
package org.broadsheet.wire.format.json;

import org.jspecify.annotations.NullMarked;
