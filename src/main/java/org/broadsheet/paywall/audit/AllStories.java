package org.broadsheet.paywall.audit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.broadsheet.media.Captions;
import org.broadsheet.media.PhotographDetails;
import org.broadsheet.media.PhotographId;
import org.broadsheet.story.InPrint;
import org.broadsheet.story.Story;
import org.springframework.stereotype.Component;

/** Goes through all that is printed, a part at a time: an archive does not fit into memory. */
@Component
class AllStories {
    private static final int BATCH = 50;

    private final InPrint stories;
    private final Captions captions;

    AllStories(InPrint stories, Captions captions) {
        this.stories = stories;
        this.captions = captions;
    }

    InPrint stories() {
        return stories;
    }

    /** Every printed story, with what is said beside its photograph. */
    void forEach(BiConsumer<Story, Optional<PhotographDetails>> each) {
        long last = 0;
        while (true) {
            List<Story> batch = stories.storiesAfter(last, BATCH);
            if (batch.isEmpty()) {
                return;
            }
            List<PhotographId> photographs = batch.stream()
                    .flatMap(story -> story.teaser().photograph().stream())
                    .toList();
            Map<PhotographId, PhotographDetails> said = captions.of(photographs);
            batch.forEach(story ->
                    each.accept(story, story.teaser().photograph().flatMap(id -> Optional.ofNullable(said.get(id)))));
            last = batch.getLast().id().value();
        }
    }
}
