/** The photographs of the paper as the newsroom looks through them: the newest first, and by words. Owns no table. */
@NullMarked
@NamedInterface("library")
package org.broadsheet.media.library;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
