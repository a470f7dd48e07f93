/**
 * People: accounts, ways to sign in, sessions and devices, staff roles, consent, a person's own data out and away. Owns the
 * schema {@code reader}. Tells the rooms above by {@link org.broadsheet.reader.ReaderNews} and every node by the change
 * {@code standing:<reader>} whenever what a reader's cookies say may no longer be so.
 */
@NullMarked
package org.broadsheet.reader;

import org.jspecify.annotations.NullMarked;
