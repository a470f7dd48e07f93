/** Part of the crooked example that shows RoomsTest can fail. */
@NullMarked
package org.broadsheet.house.crooked.feedback.letters;

import org.jspecify.annotations.NullMarked;
