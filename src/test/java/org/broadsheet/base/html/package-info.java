@NullMarked
package org.broadsheet.base.html;

import org.jspecify.annotations.NullMarked;
