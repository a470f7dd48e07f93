@NullMarked
package org.broadsheet.site.asset;

import org.jspecify.annotations.NullMarked;
