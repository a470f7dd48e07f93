@NullMarked
package org.broadsheet.site.words;

import org.jspecify.annotations.NullMarked;
