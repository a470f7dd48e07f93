@NullMarked
package org.broadsheet.site.browser;

import org.jspecify.annotations.NullMarked;
