package org.broadsheet.gift;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.broadsheet.story.StoryId;
import org.broadsheet.story.Teaser;

/**
 * A gift as its giver sees it.
 *
 * @param token for the link; absent where the secret that sealed it is gone
 * @param story the number of what was given
 * @param teaser of the story, while it is in the paper
 * @param month its first day: the month whose quota it was taken from
 * @param until when the link ends
 * @param opened on how many devices the story has been seen; never whose
 * @param joined how many friends have made an account afterwards
 */
public record GiftLink(
        GiftId id,
        Optional<GiftToken> token,
        StoryId story,
        Optional<Teaser> teaser,
        LocalDate month,
        Instant given,
        Instant until,
        String note,
        Optional<String> from,
        int opened,
        int joined,
        State state) {

    /** What becomes of somebody who follows the link. */
    public enum State {
        /** The story opens. */
        LIVE,
        /** The giver took it back. */
        REVOKED,
        /** Its time is over. */
        EXPIRED,
        /** It opens on the devices that it has opened on, and on no other. */
        FULL,
        /** The paper took the story back. */
        STORY_WITHDRAWN
    }

    public boolean opens() {
        return state == State.LIVE || state == State.FULL;
    }
}
