/** What a picture says of itself before anything decodes it: its kind and its size, in plain Java. */
@NullMarked
package org.broadsheet.media.darkroom.head;

import org.jspecify.annotations.NullMarked;
