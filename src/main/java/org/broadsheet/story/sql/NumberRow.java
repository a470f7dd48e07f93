package org.broadsheet.story.sql;

import org.broadsheet.story.Address;
import org.broadsheet.story.StoryId;

/** Which story stands at an address. */
public record NumberRow(Address address, StoryId story) {}
