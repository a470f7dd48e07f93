/** What is said of plans and subscriptions, on pages and in letters; needs no page, so commands use it too. */
@NullMarked
package org.broadsheet.site.plans.words;

import org.jspecify.annotations.NullMarked;
