/** Reading the paper's own surfaces over HTTP, as one reader or another, within bounds. */
@NullMarked
package org.broadsheet.paywall.audit.crawl;

import org.jspecify.annotations.NullMarked;
