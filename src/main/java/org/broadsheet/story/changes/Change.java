package org.broadsheet.story.changes;

import java.time.Instant;
import org.broadsheet.story.Address;
import org.broadsheet.story.Story;
import org.broadsheet.story.StoryId;

/** One story's last change. */
public sealed interface Change {
    StoryId id();

    Address address();

    /** When readers saw it. */
    Instant at();

    /** Printed, printed anew, or corrected. */
    record Printed(Story story) implements Change {
        @Override
        public StoryId id() {
            return story.id();
        }

        @Override
        public Address address() {
            return story.teaser().address();
        }

        @Override
        public Instant at() {
            return story.teaser().updated();
        }
    }

    /** Taken back. @param notice what the paper says of it; may be empty */
    record TakenBack(StoryId id, Address address, Instant at, String notice) implements Change {}
}
