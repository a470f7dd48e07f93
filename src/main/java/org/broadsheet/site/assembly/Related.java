package org.broadsheet.site.assembly;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.broadsheet.story.Teaser;
import org.broadsheet.story.Topic;

/** Which stories go with a story: those that share most topics with it, its own section's first among equals. */
final class Related {
    /** A topic beyond the first few says little about a story, and popular ones cost most. */
    private static final int TOPICS_ASKED = 4;

    private Related() {}

    static List<Teaser> to(Teaser story, KeptLists lists, int most) {
        Map<Teaser, Integer> shared = new HashMap<>();
        List<Topic> topics = story.topics();
        for (Topic topic : topics.subList(0, Math.min(TOPICS_ASKED, topics.size()))) {
            lists.onTopic(topic.slug()).forEach(other -> shared.merge(other, 2, Integer::sum));
        }
        lists.inSection(story.section().slug()).forEach(other -> shared.merge(other, 1, Integer::sum));
        return shared.entrySet().stream()
                .filter(entry -> !entry.getKey().id().equals(story.id()))
                .sorted(Comparator.<Map.Entry<Teaser, Integer>>comparingInt(Map.Entry::getValue)
                        .reversed()
                        .thenComparing(entry -> entry.getKey().published(), Comparator.reverseOrder())
                        .thenComparing(entry -> entry.getKey().id().value()))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }
}
