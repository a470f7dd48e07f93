package org.broadsheet.paywall.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.broadsheet.media.PhotographDetails;
import org.broadsheet.paywall.audit.crawl.Kind;
import org.broadsheet.paywall.text.Numbers;
import org.broadsheet.paywall.text.Shingles;
import org.broadsheet.paywall.text.StoryText;
import org.broadsheet.paywall.text.Words;
import org.broadsheet.story.Byline;
import org.broadsheet.story.Reach;
import org.broadsheet.story.Story;

/**
 * Tells leaks from what only looked like one: goes through the archive once more, knows for each run that was seen whose
 * guarded text it is, and takes out what stands in the open anyway.
 */
final class Judgement {
    private static final int MOST_SAID = 200;

    private final Sightings sightings;
    private final Map<Long, List<Owner>> owners = new HashMap<>();
    private final Numbers open = new Numbers();

    /** The runs that were seen, by what is left of them without their first or their last word. */
    private final Map<Long, List<Long>> nearly = new HashMap<>();

    private final List<Report.Said> said = new ArrayList<>();

    /** Whose text a run is; the words are the run's first and last. */
    private record Owner(String story, String excerpt) {}

    private record Place(Sightings.Seen seen, String story) {
        String key() {
            return seen.by().name() + '\n' + seen.at().kind() + '\n' + seen.at().address() + '\n' + story;
        }
    }

    private static final class Found {
        private final Place place;
        private final String excerpt;
        private final TreeSet<String> ways = new TreeSet<>();
        private final Numbers runs = new Numbers();

        Found(Place place, String excerpt) {
            this.place = place;
            this.excerpt = excerpt;
        }
    }

    private Judgement(Sightings sightings) {
        this.sightings = sightings;
    }

    static Judgement of(AllStories all, Sightings sightings) {
        Judgement judgement = new Judgement(sightings);
        all.forEach(judgement::take);
        if (!judgement.nearly.isEmpty()) {
            all.forEach(judgement::openByNeighbours);
        }
        return judgement;
    }

    /** Guarded runs that were seen and stand in the open too. */
    int takenOut() {
        int[] count = new int[1];
        owners.keySet().forEach(run -> count[0] += open.has(run) ? 1 : 0);
        return count[0];
    }

    List<Report.Said> said() {
        return List.copyOf(said);
    }

    List<Report.Leak> leaks(Inspector inspector) {
        Map<String, Found> found = new LinkedHashMap<>();
        sightings.forEach((run, places) -> {
            List<Owner> whose = owners.getOrDefault(run, List.of());
            if (whose.isEmpty() || open.has(run)) {
                return;
            }
            for (Sightings.Seen seen : places) {
                Place place = new Place(seen, whose.getFirst().story());
                Found leak = found.computeIfAbsent(
                        place.key(), key -> new Found(place, whose.getFirst().excerpt()));
                leak.runs.add(run);
                leak.ways.add(seen.at().way().word());
            }
        });
        return found.values().stream()
                .map(leak -> leak(leak, inspector))
                .sorted(Comparator.comparing(Report.Leak::kind)
                        .thenComparing(Report.Leak::address)
                        .thenComparing(Report.Leak::reader))
                .toList();
    }

    private static Report.Leak leak(Found found, Inspector inspector) {
        Sightings.Seen seen = found.place.seen();
        return new Report.Leak(
                seen.at().kind().word(),
                inspector.redacted(seen.at().address()),
                seen.by().name(),
                seen.kept() ? "is for this reader, and a cache may keep it" : "guarded text",
                found.place.story(),
                found.runs.size(),
                found.excerpt,
                seen.at().kind() == Kind.MAIL || seen.at().kind() == Kind.LOG ? List.of() : List.copyOf(found.ways));
    }

    private void take(Story story, Optional<PhotographDetails> photograph) {
        Reach reach = story.teaser().reach();
        Numbers guarded = new Numbers();
        List<Long> inOrder = new ArrayList<>();
        if (reach != Reach.EVERYONE) {
            Words whole = StoryText.whole(story.body());
            StoryText.guarded(story.body(), whole, (run, first, last) -> {
                guarded.add(run);
                inOrder.add(run);
                if (sightings.has(run)) {
                    String excerpt = "\"" + whole.word(first) + " … " + whole.word(last) + "\"";
                    own(run, new Owner(story.teaser().path(), excerpt), whole.from(first, last));
                }
            });
        }
        StoryText.open(reach, story.body()).forEach(this::open);
        openBylines(story);
        for (StoryText.Line line : StoryText.said(story, photograph)) {
            Numbers runs = Shingles.in(line.text());
            runs.forEach(this::open);
            int own = runs.sharedWith(guarded);
            if (own > 0) {
                openWithNeighbours(inOrder, runs);
            }
            if (own > 0 && said.size() < MOST_SAID) {
                said.add(new Report.Said(story.teaser().path(), line.place(), own));
            }
        }
    }

    /** Several names in one line, as a page joins them, may stand so in the text's own last line too. */
    private void openBylines(Story story) {
        List<String> names = story.teaser().bylines().stream().map(Byline::name).toList();
        for (String and : names.size() < 2 ? List.<String>of() : List.of(" and ", " dan ", " ")) {
            String line = String.join(", ", names.subList(0, names.size() - 1)) + and + names.getLast();
            Shingles.in(line).forEach(this::open);
        }
    }

    private void own(long run, Owner owner, String words) {
        owners.computeIfAbsent(run, key -> new ArrayList<>(1)).add(owner);
        Shingles.almost(
                Words.of(words),
                (number, first, last) -> nearly.computeIfAbsent(number, key -> new ArrayList<>(1))
                        .add(run));
    }

    /**
     * A guarded text that names another story has all but one word of a run in common with that one's headline, and whatever
     * the page says before or after the headline may be the last.
     */
    private void openByNeighbours(Story story, Optional<PhotographDetails> photograph) {
        StoryText.said(story, photograph)
                .forEach(line -> Shingles.almost(
                        Words.of(line.text()),
                        (number, first, last) ->
                                nearly.getOrDefault(number, List.of()).forEach(this::open)));
    }

    /** The word before or after what is said openly may be a tag's name that happens to stand in the text too. */
    private void openWithNeighbours(List<Long> inOrder, Numbers said) {
        for (int at = 0; at < inOrder.size(); at++) {
            if (said.has(inOrder.get(at))) {
                int last = Math.min(inOrder.size(), at + 2);
                inOrder.subList(Math.max(0, at - 1), last).forEach(this::open);
            }
        }
    }

    private void open(long run) {
        if (sightings.has(run)) {
            open.add(run);
        }
    }
}
