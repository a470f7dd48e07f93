package org.broadsheet.gift;

import java.util.List;
import java.util.Optional;
import org.broadsheet.story.InPrint;
import org.broadsheet.story.Reach;
import org.broadsheet.story.StoryId;
import org.springframework.stereotype.Component;

/** What is in the paper and not for everyone anyway may be given. */
@Component
class PrintedStories implements MayBeGiven {
    private final InPrint inPrint;

    PrintedStories(InPrint inPrint) {
        this.inPrint = inPrint;
    }

    @Override
    public Optional<Given.Reason> whyNot(StoryId story) {
        return inPrint.teasers(List.of(story)).stream()
                .findFirst()
                .map(teaser -> ofReach(teaser.reach()))
                .orElseGet(() -> Optional.of(
                        inPrint.takenBack(story).isPresent() ? Given.Reason.WITHDRAWN : Given.Reason.NO_SUCH_STORY));
    }

    private static Optional<Given.Reason> ofReach(Reach reach) {
        return switch (reach) {
            case EVERYONE -> Optional.of(Given.Reason.FOR_EVERYONE);
            case METERED, SUBSCRIBERS -> Optional.empty();
        };
    }
}
