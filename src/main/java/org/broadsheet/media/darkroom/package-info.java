/**
 * The darkroom: where strangers' bytes become renditions. What is read here is read in a process of its own, under a
 * limit of bytes, pixels, memory and time, so that a picture made to break its reader breaks nothing else.
 */
@NullMarked
package org.broadsheet.media.darkroom;

import org.jspecify.annotations.NullMarked;
