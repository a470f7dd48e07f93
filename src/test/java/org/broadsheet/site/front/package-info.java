@NullMarked
package org.broadsheet.site.front;

import org.jspecify.annotations.NullMarked;
