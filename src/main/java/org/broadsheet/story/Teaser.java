package org.broadsheet.story;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.broadsheet.base.Language;
import org.broadsheet.media.PhotographId;

/**
 * What may be shown of any printed story, anywhere: everything but its text.
 *
 * @param published when readers first could read it
 * @param updated when what readers see last changed; never before {@code published}
 * @param readingMinutes at least 1
 */
public record Teaser(
        StoryId id,
        Address address,
        String headline,
        String standfirst,
        Section section,
        List<Topic> topics,
        List<Byline> bylines,
        Optional<String> agency,
        Optional<String> dateline,
        Language language,
        Reach reach,
        Instant published,
        Instant updated,
        int readingMinutes,
        Optional<PhotographId> photograph) {

    public boolean isUpdated() {
        return updated.isAfter(published);
    }

    public String path() {
        return address.path();
    }
}
