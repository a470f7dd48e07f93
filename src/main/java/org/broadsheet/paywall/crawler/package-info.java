/** Search engines that may read: which there are, and whether somebody is one. */
@NullMarked
package org.broadsheet.paywall.crawler;

import org.jspecify.annotations.NullMarked;
