package org.broadsheet.gift;

import java.util.Optional;
import org.broadsheet.story.StoryId;

/** Whether a story may be given away at all, whoever asks. Terms of agencies are asked for here. */
public interface MayBeGiven {
    /** Nothing where it may. */
    Optional<Given.Reason> whyNot(StoryId story);
}
