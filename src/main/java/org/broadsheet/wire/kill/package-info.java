/**
 * Stories that have to go, at an agency's order or an editor's: {@link org.broadsheet.wire.kill.Kills} hears
 * {@link org.broadsheet.wire.WireNews} in its transaction, takes the story from its readers and bars it, at once or after a
 * while that an editor has to decide in, and keeps the receipt. Tables: {@code wire.kill}, {@code wire.kill_gone},
 * {@code wire.kill_rule}. Announces {@code kill:NUMBER} when a story is gone.
 */
@NullMarked
@NamedInterface("kill")
package org.broadsheet.wire.kill;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
