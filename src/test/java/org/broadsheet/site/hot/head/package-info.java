@NullMarked
package org.broadsheet.site.hot.head;

import org.jspecify.annotations.NullMarked;
