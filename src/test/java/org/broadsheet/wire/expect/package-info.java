/** What others say a document means, and how far this paper agrees. */
@NullMarked
package org.broadsheet.wire.expect;

import org.jspecify.annotations.NullMarked;
