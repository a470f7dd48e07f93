/** What pictures' files say about themselves, field by field, and which part of a file said it. */
@NullMarked
@NamedInterface("words")
package org.broadsheet.media.words;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
