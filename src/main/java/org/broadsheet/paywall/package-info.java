/**
 * The access decision: what one reader may see of one story. The only room that makes an
 * {@link org.broadsheet.story.Access} that grants.
 */
@NullMarked
package org.broadsheet.paywall;

import org.jspecify.annotations.NullMarked;
