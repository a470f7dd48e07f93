@NullMarked
package org.broadsheet.site.hot;

import org.jspecify.annotations.NullMarked;
