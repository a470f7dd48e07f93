package org.broadsheet.wire.update;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.base.html.StoryHtml;
import org.broadsheet.story.Byline;
import org.broadsheet.story.Copy;
import org.broadsheet.wire.WireStories;
import org.broadsheet.wire.item.WireItem;
import org.broadsheet.wire.merge.Field;
import org.broadsheet.wire.merge.Wording;

/** A story's copy as the merge compares it, and back. */
final class Wordings {
    /** Stands in no name: names are single lines. */
    private static final String BETWEEN_NAMES = "\n";

    private Wordings() {}

    static Wording of(Copy copy) {
        Map<Field, String> lines = new EnumMap<>(Field.class);
        lines.put(Field.HEADLINE, copy.headline());
        lines.put(Field.STANDFIRST, copy.standfirst());
        lines.put(
                Field.BYLINES,
                String.join(
                        BETWEEN_NAMES, copy.bylines().stream().map(Byline::name).toList()));
        lines.put(Field.AGENCY, copy.agency().orElse(""));
        lines.put(Field.DATELINE, copy.dateline().orElse(""));
        return new Wording(lines, copy.body().blocks());
    }

    /** The agency's copy, made ready as it was when the story was made. */
    static Wording of(WireItem item, Copy desk) {
        return of(WireStories.copy(
                item, new WireStories.Place(desk.section(), desk.topics(), desk.reach(), desk.language())));
    }

    /** The desk's copy with other words; what the wire says nothing of stays. */
    static Copy with(Copy desk, Wording words) {
        return new Copy(
                words.line(Field.HEADLINE),
                words.line(Field.STANDFIRST),
                StoryHtml.clean(String.join("", words.blocks())),
                desk.section(),
                desk.topics(),
                bylines(words.line(Field.BYLINES), desk.bylines()),
                Optional.of(words.line(Field.AGENCY)),
                Optional.of(words.line(Field.DATELINE)),
                desk.language(),
                desk.reach(),
                desk.photograph());
    }

    /** Those whom the desk knows keep their page. */
    private static List<Byline> bylines(String names, List<Byline> known) {
        List<Byline> bylines = new ArrayList<>();
        for (String name : names.isEmpty() ? new String[0] : names.split(BETWEEN_NAMES)) {
            bylines.add(known.stream()
                    .filter(byline -> byline.name().equals(name))
                    .findFirst()
                    .orElseGet(() -> Byline.of(name)));
        }
        return bylines;
    }
}
