/**
 * Readers' own pages: joining, signing in and out, and the account. Each form is answered by a redirect or by itself with the
 * reason; nobody keeps any of them.
 */
@NullMarked
package org.broadsheet.site.account;

import org.jspecify.annotations.NullMarked;
