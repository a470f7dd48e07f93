/**
 * The sample paper: on an empty database it sets the paper up as a newsroom would have, through the doors of the rooms
 * below, with the days the stories were first published on. A start that is cut short is completed by the next one, and
 * nothing comes twice. Owns the schema {@code demo} ({@code kept}: what has been set up already). Nothing imports it;
 * it stands on the top line because it is a composition of rooms and no room's own business.
 */
@NullMarked
package org.broadsheet.demo;

import org.jspecify.annotations.NullMarked;
