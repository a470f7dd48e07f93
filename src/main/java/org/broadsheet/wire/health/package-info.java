/**
 * How agencies speak: when they were heard last, how much an hour, and whether one that usually speaks has fallen silent
 * ({@link org.broadsheet.wire.health.SourceHealth}). Table: {@code wire.silence}.
 */
@NullMarked
@NamedInterface("health")
package org.broadsheet.wire.health;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
