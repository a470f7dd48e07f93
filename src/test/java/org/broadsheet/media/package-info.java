@NullMarked
package org.broadsheet.media;

import org.jspecify.annotations.NullMarked;
