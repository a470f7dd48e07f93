/**
 * Looks whether the paper gives away what it sells: reads every public surface as those who may not see guarded text, and
 * compares it by runs of eight words. Owns no table; the findings go to the audit log, the metrics and whoever asked.
 */
@NullMarked
@NamedInterface("audit")
package org.broadsheet.paywall.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
