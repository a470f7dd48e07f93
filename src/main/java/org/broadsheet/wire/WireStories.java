package org.broadsheet.wire;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.broadsheet.base.Language;
import org.broadsheet.story.Byline;
import org.broadsheet.story.Copy;
import org.broadsheet.story.Reach;
import org.broadsheet.story.Topic;
import org.broadsheet.wire.item.WireItem;
import org.broadsheet.wire.item.WireStatus;
import org.broadsheet.wire.item.WireTime;

/** Agency copy made ready to become a story. */
public final class WireStories {
    private static final int HEADLINE = 300;
    private static final int STANDFIRST = 1_000;
    private static final int LINE = 120;

    private WireStories() {}

    /** What came of it. */
    public sealed interface Made {
        record Ready(Copy copy) implements Made {}

        /** The sender does not allow it: withheld or killed. */
        record NotAllowed(WireStatus status) implements Made {}

        record Embargoed(Instant until) implements Made {}

        /** A picture, a package, an event: nothing to read in it. */
        record NoText() implements Made {}
    }

    /** Where an item is to stand. */
    public record Place(String section, List<Topic> topics, Reach reach, Language otherwise) {}

    /** The item as copy, if the sender lets it be printed now. */
    public static Made make(WireItem item, Place place, Instant now) {
        if (item.status() != WireStatus.USABLE) {
            return new Made.NotAllowed(item.status());
        }
        Optional<Instant> embargo = item.embargo().map(WireTime::instant).filter(now::isBefore);
        if (embargo.isPresent()) {
            return new Made.Embargoed(embargo.get());
        }
        return item.paragraphs().isEmpty() ? new Made.NoText() : new Made.Ready(copy(item, place));
    }

    /** The item as copy, whatever the sender lets be done with it: for a draft, and to compare with. */
    public static Copy copy(WireItem item, Place place) {
        return new Copy(
                cut(item.name(), HEADLINE),
                cut(item.standfirst().orElse(""), STANDFIRST),
                item.body(),
                place.section(),
                place.topics(),
                bylines(item),
                item.credit().or(item::provider).map(c -> cut(c, LINE)),
                item.dateline().map(d -> cut(d, LINE)),
                item.language().flatMap(WireStories::language).orElse(place.otherwise()),
                place.reach(),
                Optional.empty());
    }

    /** Agencies write what they like there. */
    private static Optional<Language> language(String tag) {
        try {
            return Optional.of(new Language(tag));
        } catch (IllegalArgumentException noTag) {
            return Optional.empty();
        }
    }

    /** "By A and B, C" are three; what is too long to be a name stays out. */
    private static List<Byline> bylines(WireItem item) {
        List<Byline> found = new ArrayList<>();
        String names = item.byline().orElse("").replaceFirst("(?i)^(by|von|oleh|par|por|door)\\s+", "");
        for (String name : names.split("\\s*(,|;|/|\\s(and|und|dan|et|y|en|&)\\s)\\s*")) {
            if (!name.isBlank() && name.length() <= LINE && found.size() < 20) {
                found.add(Byline.of(name));
            }
        }
        return List.copyOf(found);
    }

    /** At the last space that fits, with an ellipsis. */
    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int space = text.lastIndexOf(' ', longest - 1);
        return text.substring(0, space > longest / 2 ? space : longest - 1) + "…";
    }
}
