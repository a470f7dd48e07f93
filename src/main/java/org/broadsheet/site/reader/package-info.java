/**
 * What readers ask, say and read: the pages of the archive's answers and of the opinion form, which are made anew for each
 * request and kept nowhere, and the count of what is read most. Owns {@code site.reads}.
 */
@NullMarked
package org.broadsheet.site.reader;

import org.jspecify.annotations.NullMarked;
