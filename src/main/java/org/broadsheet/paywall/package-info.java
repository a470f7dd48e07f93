/**
 * The access decision: what one reader may see of one story. The only room that makes an
 * {@link org.broadsheet.story.Access} that grants. Owns the schema {@code paywall} (the meter of registered readers); hears
 * {@code standing:<reader>}, after which what that reader's pass says has to be asked anew.
 */
@NullMarked
package org.broadsheet.paywall;

import org.jspecify.annotations.NullMarked;
