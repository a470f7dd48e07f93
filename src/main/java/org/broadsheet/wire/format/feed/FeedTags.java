package org.broadsheet.wire.format.feed;

import java.util.Optional;
import org.broadsheet.wire.format.text.Prose;
import org.broadsheet.wire.format.xml.XmlElement;

/** Categories, subjects and keywords. */
final class FeedTags {
    private static final String ITUNES = "http://www.itunes.com/";
    private static final String MEDIA = "http://search.yahoo.com/mrss/category_schema";

    private FeedTags() {}

    static void read(XmlElement e, FeedFields into) {
        switch (e.name().toLowerCase(java.util.Locale.ROOT)) {
            case "itunes:keywords" -> {
                for (String word : e.text().split("[,\\s]+")) {
                    add(into, word, Optional.of(ITUNES), Optional.empty());
                }
            }
            case "keywords" -> {
                for (String word : e.text().split("[,\\s]+")) {
                    add(into, word, Optional.empty(), Optional.empty());
                }
            }
            case "itunes:category" -> itunes(e, into);
            case "tags" -> {
                String words = e.first("tag").isPresent()
                        ? String.join(
                                ",", e.elements("tag").map(XmlElement::text).toList())
                        : e.text();
                for (String word : words.split(",")) {
                    add(into, word, Optional.empty(), Optional.empty());
                }
            }
            default -> {
                String term = e.attribute("term").or(e::line).orElse("");
                Optional<String> scheme = e.attribute("scheme")
                        .or(() -> e.attribute("domain"))
                        .or(() -> e.is("media:category") ? Optional.of(MEDIA) : Optional.empty());
                add(into, term, scheme, e.attribute("label"));
            }
        }
    }

    private static void itunes(XmlElement e, FeedFields into) {
        add(into, e.attribute("text").orElse(""), Optional.of(ITUNES), Optional.empty());
        e.elements("itunes:category").forEach(c -> itunes(c, into));
    }

    private static void add(FeedFields into, String term, Optional<String> scheme, Optional<String> label) {
        Prose.oneLine(term).ifPresent(t -> into.tags.add(new FeedFields.Tag(t, scheme, label)));
    }
}
