/** NewsML-G2. */
@NullMarked
package org.broadsheet.wire.format.g2;

import org.jspecify.annotations.NullMarked;
