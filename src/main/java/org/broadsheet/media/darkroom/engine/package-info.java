/** The libraries that decode, scale and encode. Only the reading process calls them. */
@NullMarked
package org.broadsheet.media.darkroom.engine;

import org.jspecify.annotations.NullMarked;
