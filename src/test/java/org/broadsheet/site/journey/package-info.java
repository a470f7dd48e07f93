@NullMarked
package org.broadsheet.site.journey;

import org.jspecify.annotations.NullMarked;
