package org.broadsheet.site.assembly;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.broadsheet.media.PhotographId;
import org.broadsheet.story.Section;
import org.broadsheet.story.StoryId;
import org.broadsheet.story.Teaser;

/**
 * Which story stands where on the front page, by rule: the newest with a photograph leads; no story and no photograph
 * stands on the page twice; the top draws on as many sections as it can.
 *
 * @param thirds the first with its photograph where one is to be had
 */
record Arrangement(
        Optional<Teaser> lead, List<Teaser> seconds, List<Teaser> thirds, List<Teaser> briefs, List<Block> blocks) {
    private static final int SECONDS = 3;
    private static final int THIRDS = 3;
    private static final int BRIEFS = 6;
    private static final int IN_A_BLOCK = 4;

    /** A section's place below the top. */
    record Block(Section section, List<Teaser> stories) {}

    static Arrangement of(List<Teaser> newest, List<Section> sections, Function<String, List<Teaser>> inSection) {
        Hand hand = new Hand(newest);
        Optional<Teaser> lead = hand.take(each -> each.photograph().isPresent()).or(() -> hand.take(each -> true));
        List<Teaser> thirds = new ArrayList<>();
        hand.take(each -> each.photograph().isPresent()).ifPresent(thirds::add);
        List<Teaser> seconds = hand.takeFromManySections(SECONDS);
        thirds.addAll(hand.takeFromManySections(THIRDS - thirds.size()));
        List<Teaser> briefs = hand.takeAny(BRIEFS);
        List<Block> blocks = new ArrayList<>();
        for (Section section : sections) {
            List<Teaser> stories = hand.fresh(inSection.apply(section.slug()), IN_A_BLOCK);
            if (!stories.isEmpty()) {
                blocks.add(new Block(section, stories));
            }
        }
        return new Arrangement(lead, seconds, List.copyOf(thirds), briefs, List.copyOf(blocks));
    }

    List<Teaser> all() {
        List<Teaser> all = new ArrayList<>(lead.stream().toList());
        all.addAll(seconds);
        all.addAll(thirds);
        all.addAll(briefs);
        blocks.forEach(block -> all.addAll(block.stories()));
        return all;
    }

    /** Deals stories out, newest first, each once. */
    private static final class Hand {
        private final List<Teaser> newest;
        private final Set<StoryId> dealt = new HashSet<>();
        private final Set<PhotographId> shown = new HashSet<>();
        private final Set<String> sections = new HashSet<>();

        Hand(List<Teaser> newest) {
            this.newest = newest;
        }

        Optional<Teaser> take(Predicate<Teaser> wanted) {
            Optional<Teaser> found =
                    newest.stream().filter(this::isFresh).filter(wanted).findFirst();
            found.ifPresent(this::deal);
            return found;
        }

        List<Teaser> takeFromManySections(int most) {
            List<Teaser> taken = new ArrayList<>();
            for (int i = 0; i < most; i++) {
                take(each -> !sections.contains(each.section().slug()))
                        .or(() -> take(each -> true))
                        .ifPresent(taken::add);
            }
            return List.copyOf(taken);
        }

        List<Teaser> takeAny(int most) {
            return fresh(newest, most);
        }

        List<Teaser> fresh(List<Teaser> from, int most) {
            List<Teaser> taken = new ArrayList<>();
            for (Teaser each : from) {
                if (taken.size() < most && isFresh(each)) {
                    deal(each);
                    taken.add(each);
                }
            }
            return List.copyOf(taken);
        }

        private boolean isFresh(Teaser teaser) {
            return !dealt.contains(teaser.id())
                    && teaser.photograph().map(id -> !shown.contains(id)).orElse(true);
        }

        private void deal(Teaser teaser) {
            dealt.add(teaser.id());
            sections.add(teaser.section().slug());
            teaser.photograph().ifPresent(shown::add);
        }
    }
}
