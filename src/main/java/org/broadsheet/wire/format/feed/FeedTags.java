package org.broadsheet.wire.format.feed;

import java.util.Optional;
import org.broadsheet.wire.format.text.Prose;
import org.broadsheet.wire.format.xml.XmlElement;

/** Categories, subjects and keywords. */
final class FeedTags {
    private FeedTags() {}

    static void read(XmlElement e, FeedFields into) {
        switch (e.name().toLowerCase(java.util.Locale.ROOT)) {
            case "keywords", "itunes:keywords" -> {
                for (String word : e.text().split("[,\\s]+")) {
                    add(into, word, Optional.empty(), Optional.empty());
                }
            }
            case "itunes:category" -> itunes(e, into);
            case "tags" -> e.elements("tag").forEach(t -> add(into, t.text(), Optional.empty(), Optional.empty()));
            default -> {
                String term = e.attribute("term").or(e::line).orElse("");
                Optional<String> scheme = e.attribute("scheme").or(() -> e.attribute("domain"));
                add(into, term, scheme, e.attribute("label"));
            }
        }
    }

    private static void itunes(XmlElement e, FeedFields into) {
        add(into, e.attribute("text").orElse(""), Optional.of("http://www.itunes.com/"), Optional.empty());
        e.elements("itunes:category").forEach(c -> itunes(c, into));
    }

    private static void add(FeedFields into, String term, Optional<String> scheme, Optional<String> label) {
        Prose.oneLine(term).ifPresent(t -> into.tags.add(new FeedFields.Tag(t, scheme, label)));
    }
}
