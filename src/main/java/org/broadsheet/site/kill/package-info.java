/**
 * Looks, on every node, whether a story that was killed is gone from everywhere this node shows stories, and says so in the
 * order's receipt. Owns nothing.
 */
@NullMarked
package org.broadsheet.site.kill;

import org.jspecify.annotations.NullMarked;
