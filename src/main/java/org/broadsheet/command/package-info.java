/**
 * Commands that work on a paper's data for a moment, whether it runs or not, and what they open it with. No room: it says on
 * the command line what the doors of the rooms do.
 */
@NullMarked
package org.broadsheet.command;

import org.jspecify.annotations.NullMarked;
