package org.broadsheet.story;

import java.time.Instant;
import java.util.List;

/** What stands at an address. */
public sealed interface Found {
    record Here(Story story) implements Found {}

    /** The story has another address now. */
    record Moved(Address to) implements Found {}

    /**
     * The paper took it back.
     *
     * @param notice why, in the paper's words; may be empty
     */
    record Withdrawn(StoryId id, String headline, Section section, String notice, Instant at, List<Topic> topics)
            implements Found {}

    record Nowhere() implements Found {}
}
