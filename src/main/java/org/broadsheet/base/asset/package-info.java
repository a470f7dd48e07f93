/**
 * The style sheet, the script, the fonts and the icons, read once from {@code web/} on the class path and served from
 * memory. Owns no tables and hears no events.
 */
@NullMarked
package org.broadsheet.base.asset;

import org.jspecify.annotations.NullMarked;
