/** What a finished page is, between the rooms that make pages and the store that keeps and serves them; and the templates. */
@NullMarked
package org.broadsheet.base.page;

import org.jspecify.annotations.NullMarked;
