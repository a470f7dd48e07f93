package org.broadsheet.house.crooked.search;

import org.broadsheet.house.crooked.feedback.Neighbour;
import org.broadsheet.house.crooked.story.Plain;

/** Wrong on purpose: a room imports its neighbour on the same line. (Its import from a lower line is right.) */
public record ReachesSideways(Neighbour neighbour, Plain plain) {}
