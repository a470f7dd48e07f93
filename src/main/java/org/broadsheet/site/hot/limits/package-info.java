/** What a stranger may take of the paper: how many connections, how much time, how much memory. Owns no table. */
@NullMarked
package org.broadsheet.site.hot.limits;

import org.jspecify.annotations.NullMarked;
