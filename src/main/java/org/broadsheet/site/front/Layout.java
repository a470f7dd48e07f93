package org.broadsheet.site.front;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.broadsheet.media.PhotographId;
import org.broadsheet.story.StoryId;
import org.broadsheet.story.Teaser;

/** A front page while it is being laid out: it knows which stories and photographs stand on it already. */
final class Layout {
    /** How far down the list a picture, or another section, is still worth more than being newest. */
    private static final int WORTH_WAITING = 12;

    private final List<Teaser> newest;
    private final Set<StoryId> used = new HashSet<>();
    private final Set<PhotographId> shown = new HashSet<>();
    private final Set<StoryId> pictured = new HashSet<>();
    private final Set<String> sections = new HashSet<>();

    Layout(List<Teaser> newest) {
        this.newest = newest.stream()
                .sorted(Comparator.comparing(Teaser::published).reversed())
                .toList();
    }

    /** The newest with a picture; without pictures the newest. */
    Optional<Teaser> lead() {
        return led(newest, Layout::anySection);
    }

    /** One with its picture from a section that has not had its turn, then whatever is newest, from as many sections. */
    List<Teaser> column(int most) {
        List<Teaser> column = new ArrayList<>();
        led(newest, this::freshSection).ifPresent(column::add);
        column.addAll(varied(most - column.size()));
        return column;
    }

    /** The newest, one a section as long as there are sections that have not had their turn. */
    List<Teaser> varied(int most) {
        List<Teaser> picked = new ArrayList<>();
        while (picked.size() < most) {
            Optional<Teaser> next = first(newest, this::freshSection).or(() -> first(newest, Layout::anySection));
            if (next.isEmpty()) {
                break;
            }
            picked.add(use(next.get()));
        }
        return picked;
    }

    List<Teaser> next(int most) {
        return take(newest, most);
    }

    /** A section's stories: one with its picture first, where one of the newer ones has one. */
    List<Teaser> block(List<Teaser> stories, int most) {
        List<Teaser> block = new ArrayList<>();
        led(stories, Layout::anySection).ifPresent(block::add);
        block.addAll(take(stories, most - block.size()));
        return block;
    }

    /** Whose pictures are shown so far. */
    Set<StoryId> pictured() {
        return pictured;
    }

    private Optional<Teaser> led(List<Teaser> stories, Predicate<Teaser> wanted) {
        Optional<Teaser> pictured = first(stories, story -> wanted.test(story) && showable(story));
        Optional<Teaser> chosen =
                pictured.or(() -> first(stories, wanted)).or(() -> first(stories, Layout::anySection));
        chosen.filter(this::showable).ifPresent(this::show);
        return chosen.map(this::use);
    }

    private List<Teaser> take(List<Teaser> stories, int most) {
        List<Teaser> taken = stories.stream().filter(this::unused).limit(most).toList();
        taken.forEach(this::use);
        return taken;
    }

    private Optional<Teaser> first(List<Teaser> stories, Predicate<Teaser> wanted) {
        return stories.stream()
                .filter(this::unused)
                .limit(WORTH_WAITING)
                .filter(wanted)
                .findFirst();
    }

    private boolean showable(Teaser story) {
        return story.photograph().filter(picture -> !shown.contains(picture)).isPresent();
    }

    private void show(Teaser story) {
        story.photograph().ifPresent(shown::add);
        pictured.add(story.id());
    }

    private Teaser use(Teaser story) {
        used.add(story.id());
        sections.add(story.section().slug());
        return story;
    }

    private boolean unused(Teaser story) {
        return !used.contains(story.id());
    }

    private boolean freshSection(Teaser story) {
        return !sections.contains(story.section().slug());
    }

    private static boolean anySection(Teaser story) {
        return true;
    }
}
