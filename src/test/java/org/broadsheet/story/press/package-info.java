@NullMarked
package org.broadsheet.story.press;

import org.jspecify.annotations.NullMarked;
