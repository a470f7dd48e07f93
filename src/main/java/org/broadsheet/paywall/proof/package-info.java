/**
 * The look at a story before readers see it: that nothing of its guarded part stands in what everyone sees. Owns
 * {@code paywall.open_text}, samples of the runs of eight words that anyone may read.
 */
@NullMarked
package org.broadsheet.paywall.proof;

import org.jspecify.annotations.NullMarked;
