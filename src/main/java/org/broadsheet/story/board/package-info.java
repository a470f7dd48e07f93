/** Every story as the newsroom sees it, printed or not: lists by latest work, where one stands, and its versions. */
@NullMarked
@NamedInterface("board")
package org.broadsheet.story.board;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
