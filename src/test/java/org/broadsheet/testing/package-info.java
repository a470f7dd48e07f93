/** What tests stand on: real PostgreSQL and a running paper. */
@NullMarked
package org.broadsheet.testing;

import org.jspecify.annotations.NullMarked;
