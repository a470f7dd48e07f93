/**
 * What may not be read: embargoes, and stories that nobody may print. {@link org.broadsheet.story.rule.PrintRules} sets them;
 * the tables hold them, whatever wants to print.
 */
@NullMarked
@NamedInterface("rule")
package org.broadsheet.story.rule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
