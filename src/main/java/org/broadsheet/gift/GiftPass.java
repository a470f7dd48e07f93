package org.broadsheet.gift;

import java.time.Instant;
import org.broadsheet.story.StoryId;

/**
 * What a friend's cookie says: this one story is open in this browser, by this gift.
 *
 * @param until when the gift ends
 */
public record GiftPass(GiftId gift, StoryId story, Instant until) {}
