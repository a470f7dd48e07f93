package org.broadsheet.wire.kill;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.broadsheet.story.StoryId;

/**
 * An order to take a story back.
 *
 * @param source the agency whose order it is; empty for an editor's
 * @param why what was said with it, for the newsroom
 * @param received when it came
 * @param acts when it is carried out by itself while nobody decides
 */
public record Kill(
        long number,
        StoryId story,
        Optional<String> source,
        Order order,
        String why,
        Instant received,
        Instant acts,
        Optional<Decision> decision) {

    /** What the sender wants. */
    public enum Order {
        /** Not to be shown until the sender says more. */
        WITHHELD,
        /** Gone for good. */
        CANCELED,
        EDITOR;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Order of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * What became of it.
     *
     * @param refused why an editor left the story where it is; empty where it was taken back
     */
    public record Decision(Instant at, String by, Optional<String> refused) {}

    /** Whether a node still shows the story in a place. */
    public record Gone(String node, String surface, Instant looked, boolean isGone) {}

    /** All that is known of an order. @param places in which nodes looked, the first that looked first */
    public record Receipt(Kill kill, List<Gone> places) {}

    /** What became of an editor's word. */
    public sealed interface Decided {
        record Done(Kill kill) implements Decided {}

        /** It was decided before, or acted by itself. */
        record Already(Kill kill) implements Decided {}

        record NoSuchKill() implements Decided {}
    }
}
