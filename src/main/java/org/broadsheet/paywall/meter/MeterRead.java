package org.broadsheet.paywall.meter;

import java.time.YearMonth;
import java.util.Optional;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.story.StoryId;

/**
 * One opened story, as a browser's cookie says it.
 *
 * @param reader who was signed in; nobody where that was counted by cookies alone
 * @param used how many stories had been opened in that month then, this one among them
 */
public record MeterRead(YearMonth month, StoryId story, Optional<ReaderId> reader, int used) {}
