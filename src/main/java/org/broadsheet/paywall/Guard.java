package org.broadsheet.paywall;

import org.broadsheet.story.Reach;
import org.broadsheet.story.StoryId;

/** What a decision has to know of a story. */
public record Guard(Reach reach, StoryId story) {}
