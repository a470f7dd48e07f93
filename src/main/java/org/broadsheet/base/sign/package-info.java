/** What the paper signs or seals with its secret and reads back: cookies, links in mail. */
@NullMarked
package org.broadsheet.base.sign;

import org.jspecify.annotations.NullMarked;
