/** NITF, alone or within an item of another format. */
@NullMarked
package org.broadsheet.wire.format.nitf;

import org.jspecify.annotations.NullMarked;
