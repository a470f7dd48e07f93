/**
 * The newsroom's screens: stories in work, writing and saving, publishing and what comes after. Every page works as a
 * plain form; nothing typed is lost by a refusal. No tables of its own; what is done is in the audit log. Hears no events.
 */
@NullMarked
package org.broadsheet.desk;

import org.jspecify.annotations.NullMarked;
