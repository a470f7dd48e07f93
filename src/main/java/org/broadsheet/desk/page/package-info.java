/** What the templates of the desk are given. */
@NullMarked
package org.broadsheet.desk.page;

import org.jspecify.annotations.NullMarked;
