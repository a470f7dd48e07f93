/** The story's markup: the subset that the paper keeps, the sanitiser that makes it, and the type that may be printed. */
@NullMarked
package org.broadsheet.base.html;

import org.jspecify.annotations.NullMarked;
