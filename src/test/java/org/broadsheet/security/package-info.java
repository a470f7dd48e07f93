/**
 * Attacks on the whole paper: every route by everybody, forged forms and cookies, guessing, and what answers and logs give
 * away. {@code routes.txt} names every route; one that is missing there fails.
 */
@NullMarked
package org.broadsheet.security;

import org.jspecify.annotations.NullMarked;
