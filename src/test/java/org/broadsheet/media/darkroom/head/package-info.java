@NullMarked
package org.broadsheet.media.darkroom.head;

import org.jspecify.annotations.NullMarked;
