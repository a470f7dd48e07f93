/**
 * A tolerant reader of XML. It never looks outside the bytes it is given, expands no entity past a small allowance, and
 * reads what a strict parser would throw away; what it had to mend is listed beside the tree.
 */
@NullMarked
package org.broadsheet.wire.format.xml;

import org.jspecify.annotations.NullMarked;
