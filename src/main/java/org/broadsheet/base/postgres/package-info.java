/** PostgreSQL itself, run as a child process beside the paper when no server of its own is named. */
@NullMarked
package org.broadsheet.base.postgres;

import org.jspecify.annotations.NullMarked;
