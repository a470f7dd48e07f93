@NullMarked
package org.broadsheet.site.page;

import org.jspecify.annotations.NullMarked;
