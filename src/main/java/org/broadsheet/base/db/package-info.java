/** The way to PostgreSQL: one pool, Jdbi joined to Spring's transactions, migrations at start, change notices. */
@NullMarked
package org.broadsheet.base.db;

import org.jspecify.annotations.NullMarked;
