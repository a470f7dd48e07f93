/** Part of the crooked example that shows EverySqlTest can fail. */
@NullMarked
package org.broadsheet.house.crooked.gift;

import org.jspecify.annotations.NullMarked;
