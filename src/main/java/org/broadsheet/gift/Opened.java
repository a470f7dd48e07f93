package org.broadsheet.gift;

import java.util.Optional;
import org.broadsheet.story.Teaser;

/** What a gift's link leads to. */
public sealed interface Opened {
    /** @param story the one that it opens */
    record Opens(GiftPass pass, Teaser story, Greeting greeting) implements Opened {}

    /** The giver took it back. */
    record Revoked(Teaser story) implements Opened {}

    record Expired(Teaser story) implements Opened {}

    /** It has been opened on as many devices as it may be, and this is not one of them. */
    record Full(Teaser story) implements Opened {}

    /** This device would take a place, and may not now: too many new ones came from where it is. */
    record Crowded(Teaser story) implements Opened {}

    /**
     * The paper took the story back.
     *
     * @param notice why, in the paper's words; may be empty
     */
    record StoryWithdrawn(String notice) implements Opened {}

    /** No such gift. */
    record Unknown() implements Opened {}

    /**
     * What a giver says to the friend.
     *
     * @param from their name, if they want it said
     * @param note plain text; may be empty
     */
    record Greeting(Optional<String> from, String note) {}
}
