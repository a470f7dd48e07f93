/** What holds of the pages that are made for one request. */
@org.jspecify.annotations.NullMarked
package org.broadsheet.site.reader;
