/** Who stands behind an HTTP request: the session that its cookie says, and the person as the database has them now. */
@NullMarked
@NamedInterface("request")
package org.broadsheet.reader.request;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
