package org.broadsheet.desk;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.broadsheet.base.html.StoryHtml;
import org.broadsheet.desk.page.StoryPage.Clash;
import org.broadsheet.story.Byline;
import org.broadsheet.story.Copy;
import org.broadsheet.wire.merge.Field;
import org.broadsheet.wire.merge.Merge;
import org.broadsheet.wire.merge.Merged;
import org.broadsheet.wire.merge.Wording;

/**
 * Two people's changes to one version brought together, paragraph by paragraph. Where both changed the same, the words of
 * who saves last stand and the other's are shown beside; in the versions both stay for ever.
 *
 * @param copy what stands now
 */
record Together(Copy copy, List<Clash> clashes) {

    static Together of(Copy base, Copy mine, Copy theirs) {
        Merged merged = Merge.of(wording(base), wording(mine), wording(theirs));
        Wording both = merged.wording();
        Copy lines = both.line(Field.BYLINES).equals(wording(mine).line(Field.BYLINES)) ? mine : theirs;
        Copy copy = new Copy(
                both.line(Field.HEADLINE),
                both.line(Field.STANDFIRST),
                StoryHtml.clean(String.join("\n", both.blocks())),
                either(base, mine, theirs, Copy::section),
                either(base, mine, theirs, Copy::topics),
                lines.bylines(),
                Optional.of(both.line(Field.AGENCY)),
                Optional.of(both.line(Field.DATELINE)),
                either(base, mine, theirs, Copy::language),
                either(base, mine, theirs, Copy::reach),
                either(base, mine, theirs, Copy::photograph));
        List<Clash> clashes = merged.clashes().stream()
                .map(clash -> new Clash(
                        clash.desk().map(Together::words).orElse(""),
                        clash.agency().map(Together::words).orElse("")))
                .toList();
        return new Together(copy, clashes);
    }

    private static <T> T either(Copy base, Copy mine, Copy theirs, Function<Copy, T> part) {
        return part.apply(mine).equals(part.apply(base)) ? part.apply(theirs) : part.apply(mine);
    }

    private static Wording wording(Copy copy) {
        Map<Field, String> lines = new EnumMap<>(Field.class);
        lines.put(Field.HEADLINE, copy.headline());
        lines.put(Field.STANDFIRST, copy.standfirst());
        lines.put(Field.BYLINES, copy.bylines().stream().map(Byline::name).collect(Collectors.joining(", ")));
        lines.put(Field.AGENCY, copy.agency().orElse(""));
        lines.put(Field.DATELINE, copy.dateline().orElse(""));
        return new Wording(lines, copy.body().blocks());
    }

    /** A line is plain already; of a block, its words. */
    private static String words(String part) {
        return part.startsWith("<") ? StoryHtml.clean(part).text().strip() : part;
    }
}
