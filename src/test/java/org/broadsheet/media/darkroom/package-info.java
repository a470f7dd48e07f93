@NullMarked
package org.broadsheet.media.darkroom;

import org.jspecify.annotations.NullMarked;
