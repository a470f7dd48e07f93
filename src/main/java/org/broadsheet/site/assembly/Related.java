package org.broadsheet.site.assembly;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.broadsheet.story.Teaser;
import org.broadsheet.story.Topic;

/** Which stories go with a story: those that share most topics with it, its own section's first among equals. */
final class Related {
    /** A topic beyond the first few says little about a story, and popular ones cost most. */
    private static final int TOPICS_ASKED = 4;

    /** The newer first among equals, and then the one that came to the paper first. */
    private static final Comparator<Shared> LEAST_FIRST = Comparator.<Shared>comparingInt(each -> each.points)
            .thenComparing(each -> each.teaser.published())
            .thenComparing(each -> -each.teaser.id().value());

    private Related() {}

    static List<Teaser> to(Teaser story, KeptLists lists, int most) {
        Map<Long, Shared> shared = new HashMap<>();
        List<Topic> topics = story.topics();
        for (Topic topic : topics.subList(0, Math.min(TOPICS_ASKED, topics.size()))) {
            add(shared, lists.onTopic(topic.slug()), 2);
        }
        add(shared, lists.inSection(story.section().slug()), 1);
        shared.remove(story.id().value());
        PriorityQueue<Shared> best = new PriorityQueue<>(most + 1, LEAST_FIRST);
        for (Shared each : shared.values()) {
            best.add(each);
            if (best.size() > most) {
                best.poll();
            }
        }
        return best.stream()
                .sorted(LEAST_FIRST.reversed())
                .map(each -> each.teaser)
                .toList();
    }

    private static void add(Map<Long, Shared> shared, List<Teaser> teasers, int points) {
        for (Teaser teaser : teasers) {
            shared.computeIfAbsent(teaser.id().value(), id -> new Shared(teaser)).points += points;
        }
    }

    private static final class Shared {
        private final Teaser teaser;
        private int points;

        private Shared(Teaser teaser) {
            this.teaser = teaser;
        }
    }
}
