package org.broadsheet.wire.update;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.story.Printed;
import org.broadsheet.story.StoryId;
import org.broadsheet.wire.item.WireItem;
import org.broadsheet.wire.merge.Merged;
import org.broadsheet.wire.merge.Side;

/** What an agency said anew of copy that a story stands on, and that an editor has to look at. */
public record Update(long number, StoryId story, String source, Reason reason, WireItem item, Instant came) {

    /** Why it waits. */
    public enum Reason {
        /** Desk and agency have changed the same. */
        CLASH,
        /** Readers have the story before them. */
        PRINT,
        /** Something in it may not be printed. */
        HELD;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Reason of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * What an update would make of the story now.
     *
     * @param version of the story, with which it was merged
     * @param note a correction drafted from what changes, in the story's language; empty where nothing that readers hold on
     *     to does
     */
    public record Look(Update update, int version, Merged merged, Optional<String> note) {}

    /**
     * What an editor says to it.
     *
     * @param number of the update, which a later word of the agency changes
     * @param version of the story that the editor has seen merged
     * @param sides whose words stand, by the number of a clash; where nothing is said, the desk's
     */
    public record Decision(StoryId story, long number, int version, Map<Integer, Side> sides, Ending ending) {
        public Decision {
            sides = Map.copyOf(sides);
        }
    }

    /** What happens to the story when the update is in it. */
    public sealed interface Ending {
        /** Kept as its latest version; readers see it when somebody prints it. */
        record Saved() implements Ending {}

        record Printed() implements Ending {}

        /** Printed, and said in public. @param note 1 to 2,000 characters */
        record Corrected(String note) implements Ending {}
    }

    /** What became of it. */
    public sealed interface Decided {
        /** @param version of the story, that holds the update now */
        record Done(int version) implements Decided {}

        /** Nothing waits any more: somebody has decided it, or it went in by itself. */
        record Already() implements Decided {}

        /** The story was saved, or the agency spoke again, since the editor looked; nothing was changed: look again. */
        record LookAgain() implements Decided {}

        /** It is not printed so, and why; nothing was changed. */
        record NotPrinted(Printed why) implements Decided {}
    }
}
