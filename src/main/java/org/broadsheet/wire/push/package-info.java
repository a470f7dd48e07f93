/**
 * Agencies that send by themselves: POST {@code /wire/push/{source}}, with a token or signed. {@link org.broadsheet.wire.push.Pushers}
 * says who may. Table: {@code wire.pusher}.
 */
@NullMarked
@NamedInterface("push")
package org.broadsheet.wire.push;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
