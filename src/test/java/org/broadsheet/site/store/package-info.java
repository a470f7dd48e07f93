@NullMarked
package org.broadsheet.site.store;

import org.jspecify.annotations.NullMarked;
