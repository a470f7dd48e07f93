/** RSS 0.9 to 2.0, RSS 1.0, Atom 0.3 and 1.0, and CDF, which differ less than their specifications do. */
@NullMarked
package org.broadsheet.wire.format.feed;

import org.jspecify.annotations.NullMarked;
