@NullMarked
package org.broadsheet.base;

import org.jspecify.annotations.NullMarked;
