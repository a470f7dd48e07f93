/**
 * The wire as the newsroom looks through it: each item by its newest version, what became of it, and what was put aside.
 * Table: {@code wire.mark}.
 */
@NullMarked
@NamedInterface("inbox")
package org.broadsheet.wire.inbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
