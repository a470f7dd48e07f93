@NullMarked
package org.broadsheet.story;

import org.jspecify.annotations.NullMarked;
