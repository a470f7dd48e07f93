@NullMarked
package org.broadsheet.media.darkroom.embedded;

import org.jspecify.annotations.NullMarked;
