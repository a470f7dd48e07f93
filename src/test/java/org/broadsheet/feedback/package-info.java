/** What holds of the room. */
@org.jspecify.annotations.NullMarked
package org.broadsheet.feedback;
