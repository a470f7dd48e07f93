/** What the paper says to its readers, in their language: the interface's texts, dates in the paper's zone, text sizes. */
@NullMarked
package org.broadsheet.base.words;

import org.jspecify.annotations.NullMarked;
