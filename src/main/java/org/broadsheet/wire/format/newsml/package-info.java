/** NewsML 1.0 to 1.2, as agencies sent it before NewsML-G2. Section numbers are of the IPTC's functional
 * specification of version 1.2. */
@NullMarked
package org.broadsheet.wire.format.newsml;

import org.jspecify.annotations.NullMarked;
