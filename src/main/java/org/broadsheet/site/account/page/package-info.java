/** What the templates of readers' own pages print. */
@NullMarked
package org.broadsheet.site.account.page;

import org.jspecify.annotations.NullMarked;
