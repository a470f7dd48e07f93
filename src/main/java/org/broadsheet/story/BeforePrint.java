package org.broadsheet.story;

import java.util.List;
import java.util.Optional;
import org.broadsheet.media.PhotographId;

/**
 * A look at a story before readers see it, by a room above: declared as a bean, asked in the transaction that prints,
 * schedules or corrects. What it objects to holds the story back.
 */
public interface BeforePrint {
    /** Why readers should not see it as it stands, each reason a sentence that names the place; usually none. */
    List<String> objections(Proof proof);

    /** A story as it would be printed, or a correction to it as it would be said. */
    sealed interface Proof {
        StoryId id();
    }

    /** Everything that anybody will see, and the guarded text. */
    record Version(
            StoryId id,
            String headline,
            String standfirst,
            List<String> topics,
            List<String> bylines,
            Optional<String> agency,
            Optional<String> dateline,
            Reach reach,
            Optional<PhotographId> photograph,
            Body body)
            implements Proof {}

    /** One that was in public elsewhere already, with all that is said of it. */
    record Imported(Version version) implements Proof {
        @Override
        public StoryId id() {
            return version.id();
        }
    }

    /** Said of the story as it is printed. */
    record Note(StoryId id, String note) implements Proof {}

    /** A scheduled story that was held back when its time had come, told in the transaction that took it back to ready. */
    record Held(StoryId id, List<String> objections) {}
}
