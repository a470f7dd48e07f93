package org.broadsheet.paywall.proof;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.broadsheet.base.Actor;
import org.broadsheet.media.Captions;
import org.broadsheet.media.PhotographDetails;
import org.broadsheet.ops.AuditLog;
import org.broadsheet.paywall.text.Numbers;
import org.broadsheet.paywall.text.Readings;
import org.broadsheet.paywall.text.Shingles;
import org.broadsheet.paywall.text.StoryText;
import org.broadsheet.paywall.text.StoryText.Line;
import org.broadsheet.paywall.text.Words;
import org.broadsheet.story.BeforePrint;
import org.broadsheet.story.InPrint;
import org.broadsheet.story.Reach;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Holds a story back that would give its own guarded part away: by what is said of it wherever it is shown, or because the
 * text stands in the open already. Eight words in a row are enough in a standfirst; of a text elsewhere a fifth, since
 * papers repeat themselves: in the sample paper's seven years no two stories have more than a tenth in common.
 */
@Component
class Proofreader implements BeforePrint {
    private static final double MUCH = 0.2;
    private static final int NOTE = 1_000;

    private final Captions captions;
    private final InPrint stories;
    private final OpenTexts openTexts;
    private final AuditLog auditLog;
    private final InstantSource clock;

    Proofreader(Captions captions, InPrint stories, OpenTexts openTexts, AuditLog auditLog, InstantSource clock) {
        this.captions = captions;
        this.stories = stories;
        this.openTexts = openTexts;
        this.auditLog = auditLog;
        this.clock = clock;
    }

    @Override
    public List<String> objections(Proof proof) {
        return switch (proof) {
            case Version version -> version.reach() == Reach.EVERYONE ? List.of() : objections(version);
            case Imported(Version version) -> version.reach() == Reach.EVERYONE ? List.of() : elsewhere(version);
            case Note note ->
                stories.story(note.id())
                        .map(story -> repeated(
                                List.of(new Line("the correction", note.note())),
                                StoryText.guarded(story.teaser().reach(), story.body())))
                        .orElse(List.of());
        };
    }

    @EventListener
    void on(BeforePrint.Held held) {
        String why = String.join(" ", held.objections());
        auditLog.write(new AuditLog.Entry(
                clock.instant(),
                Actor.PAPER,
                "held back",
                "story " + held.id(),
                why.substring(0, Math.min(NOTE, why.length()))));
    }

    private List<String> objections(Version version) {
        Numbers guarded = StoryText.guarded(version.reach(), version.body());
        List<String> objections = new ArrayList<>(repeated(lines(version), guarded));
        objections.addAll(elsewhere(version));
        return objections;
    }

    /** What stands in the open in this paper. */
    private List<String> elsewhere(Version version) {
        return openTexts
                .standing(StoryText.guarded(version.reach(), version.body()), version.id())
                .filter(standing -> standing.share() >= MUCH)
                .map(standing -> List.of(String.format(
                        Locale.ROOT,
                        "The part that is not for everyone stands in the open already: %s has %d %% of it. "
                                + "Let everyone read this story too, or take the text out there first.",
                        standing.story().path(),
                        Math.round(standing.share() * 100))))
                .orElse(List.of());
    }

    private List<Line> lines(Version version) {
        List<Line> lines = new ArrayList<>(List.of(
                new Line("the headline", version.headline()), new Line("the standfirst", version.standfirst())));
        version.topics().forEach(name -> lines.add(new Line("the topic's name", name)));
        version.bylines().forEach(name -> lines.add(new Line("the byline", name)));
        version.agency().ifPresent(name -> lines.add(new Line("the agency's name", name)));
        version.dateline().ifPresent(place -> lines.add(new Line("the dateline", place)));
        Optional<PhotographDetails> photograph = version.photograph()
                .flatMap(id -> captions.of(List.of(id)).values().stream().findFirst());
        photograph.ifPresent(details -> lines.addAll(StoryText.beside(details)));
        stories.story(version.id())
                .ifPresent(before -> before.corrections()
                        .forEach(correction -> lines.add(new Line("a correction to it", correction.note()))));
        return lines;
    }

    private static List<String> repeated(List<Line> lines, Numbers guarded) {
        return lines.stream()
                .flatMap(line -> Optional.of(longest(line.text(), guarded))
                        .filter(words -> words > 0)
                        .map(words -> capital(line.place()) + " repeats " + words
                                + " words of the part that is not for everyone: say it otherwise there.")
                        .stream())
                .toList();
    }

    /** Words in the longest stretch that is guarded; 0 where it is shorter than a run. */
    private static int longest(String text, Numbers guarded) {
        int[] longest = new int[1];
        int[] begin = {-1};
        Shingles.of(Words.of(Readings.shown(text)), (run, first, last) -> {
            if (!guarded.has(run)) {
                begin[0] = -1;
                return;
            }
            begin[0] = begin[0] < 0 ? first : begin[0];
            longest[0] = Math.max(longest[0], last - begin[0] + 1);
        });
        return longest[0];
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
