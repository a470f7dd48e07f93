/** Putting versions before readers: addresses, the printed row and its lists, the beginning anyone may see, schedules. */
@NullMarked
package org.broadsheet.story.press;

import org.jspecify.annotations.NullMarked;
