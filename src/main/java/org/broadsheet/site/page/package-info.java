/**
 * What the public pages are made of: one record a page, holding only what is printed, and the parts they share. The
 * templates in {@code src/main/jte/site} each take one of them. Owns no tables and hears no events; whoever builds a
 * record has already asked the story room and the paywall what may be shown.
 */
@NullMarked
package org.broadsheet.site.page;

import org.jspecify.annotations.NullMarked;
