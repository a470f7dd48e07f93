/** NewsML-G2, and NITF, which it carries. */
@NullMarked
package org.broadsheet.wire.format.g2;

import org.jspecify.annotations.NullMarked;
