/** Passwords: which may be chosen, and how they are kept. Knows nothing of accounts. */
@NullMarked
package org.broadsheet.reader.password;

import org.jspecify.annotations.NullMarked;
