/** A person's own data: all of it in one document, and all of it away. */
@NullMarked
@NamedInterface("data")
package org.broadsheet.reader.data;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
