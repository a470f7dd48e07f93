/**
 * What those who run the paper need: health, metrics, the audit log, durable jobs, and the doctor.
 * Tables: {@code ops.audit}, {@code ops.job}. It hears no events and sends none.
 */
@NullMarked
package org.broadsheet.ops;

import org.jspecify.annotations.NullMarked;
