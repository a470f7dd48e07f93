/** The room's books: its named questions to its schema, the rows they give, and the one place that writes subscriptions. */
@NullMarked
package org.broadsheet.plan.book;

import org.jspecify.annotations.NullMarked;
