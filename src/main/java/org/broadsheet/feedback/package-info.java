/**
 * Readers' opinions on a story or on the paper. Owns the schema {@code feedback}: {@code opinion}. Hears and tells no
 * events. Nobody's address is kept: senders are told apart by a hash whose key is forgotten after a day.
 */
@NullMarked
package org.broadsheet.feedback;

import org.jspecify.annotations.NullMarked;
