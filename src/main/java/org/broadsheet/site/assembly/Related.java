package org.broadsheet.site.assembly;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.broadsheet.story.Teaser;
import org.broadsheet.story.Topic;

/**
 * Which stories go with a story: those that share most topics with it, its own section's first among equals. Stories of one
 * section with the same topics have the same company, so it is chosen once for all of them.
 */
final class Related {
    /** A topic beyond the first few says little about a story, and popular ones cost most. */
    private static final int TOPICS_ASKED = 4;

    private static final int COMPANIES = 1_000;

    /** The newer first among equals, and then the one that came to the paper first. */
    private static final Comparator<Shared> LEAST_FIRST = Comparator.<Shared>comparingInt(each -> each.points)
            .thenComparing(each -> each.teaser.published())
            .thenComparing(each -> -each.teaser.id().value());

    private final Cache<Company, Chosen> chosen =
            Caffeine.newBuilder().maximumSize(COMPANIES).build();

    private record Company(String section, List<Topic> topics, int most) {}

    /**
     * @param from the lists it was chosen from: once one of them says something else it is chosen anew
     * @param best one more than are shown, since the story itself may be among them
     */
    private record Chosen(List<List<Teaser>> from, List<Teaser> best) {}

    List<Teaser> to(Teaser story, KeptLists lists, int most) {
        List<Topic> topics = story.topics();
        List<Topic> asked = topics.subList(0, Math.min(TOPICS_ASKED, topics.size()));
        List<List<Teaser>> from = new ArrayList<>(asked.size() + 1);
        asked.forEach(topic -> from.add(lists.onTopic(topic.slug())));
        from.add(lists.inSection(story.section().slug()));
        Company company = new Company(story.section().slug(), List.copyOf(asked), most);
        Chosen here = chosen.getIfPresent(company);
        if (here == null || !here.from.equals(from)) {
            here = new Chosen(List.copyOf(from), best(from, most + 1));
            chosen.put(company, here);
        }
        return here.best.stream()
                .filter(each -> !each.id().equals(story.id()))
                .limit(most)
                .toList();
    }

    /** So that lists which have been replaced are not held. */
    void forget() {
        chosen.invalidateAll();
    }

    private static List<Teaser> best(List<List<Teaser>> from, int most) {
        Map<Long, Shared> shared = new HashMap<>();
        for (int i = 0; i < from.size(); i++) {
            add(shared, from.get(i), i == from.size() - 1 ? 1 : 2);
        }
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
