/**
 * What becomes of the wire's items by themselves: {@link org.broadsheet.wire.rule.Rules} hears {@link org.broadsheet.wire.WireNews}
 * in its transaction and lets {@link org.broadsheet.wire.take.Takes} make stories. Table: {@code wire.rule}.
 */
@NullMarked
@NamedInterface("rule")
package org.broadsheet.wire.rule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
