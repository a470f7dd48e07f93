/**
 * Ways to sign in beyond a password, and what a reader does with them: passkeys, the code of an app, another provider; the page
 * of an account's safety; one's own data, out and away.
 */
@NullMarked
package org.broadsheet.site.signin;

import org.jspecify.annotations.NullMarked;
