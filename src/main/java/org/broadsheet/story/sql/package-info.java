/** The room's named questions to its schema, and the rows they give. Nobody outside the room comes here. */
@NullMarked
package org.broadsheet.story.sql;

import org.jspecify.annotations.NullMarked;
