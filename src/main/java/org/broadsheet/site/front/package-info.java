/**
 * The judgement that makes a front page of what is in print: which story leads, which stand beside it, what each section
 * shows. A rule today; the desk will be able to overrule it. Owns no tables and hears no events.
 */
@NullMarked
package org.broadsheet.site.front;

import org.jspecify.annotations.NullMarked;
