/** How the meter remembers: sealed cookies, and the database for those who are signed in. */
@NullMarked
package org.broadsheet.paywall.meter;

import org.jspecify.annotations.NullMarked;
