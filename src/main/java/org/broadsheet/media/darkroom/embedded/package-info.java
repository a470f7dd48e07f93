/** The words that cameras, agencies and editors put into a picture's file. */
@NullMarked
package org.broadsheet.media.darkroom.embedded;

import org.jspecify.annotations.NullMarked;
