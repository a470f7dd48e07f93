/** Part of the crooked example that shows RoomsTest can fail. */
@NullMarked
package org.broadsheet.house.crooked.media;

import org.jspecify.annotations.NullMarked;
