/** What holds of the archive index. */
@org.jspecify.annotations.NullMarked
package org.broadsheet.search;
