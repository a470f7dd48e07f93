package org.broadsheet.wire.format.feed;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.broadsheet.wire.format.Content.Transport;
import org.broadsheet.wire.format.text.Languages;
import org.broadsheet.wire.format.xml.XmlElement;

/** Finds the feed and its entries in a document of any dialect. */
final class FeedReader {
    private static final Set<String> ENTRIES = Set.of("item", "entry");

    private final XmlElement root;
    private final FeedElements elements;
    private final FeedTexts texts;

    private FeedReader(XmlElement root, Transport transport) {
        this.root = root;
        boolean atom = root.name().equalsIgnoreCase("feed") || root.name().equalsIgnoreCase("entry");
        Optional<URI> document = transport.location();
        this.texts = new FeedTexts(atom, document, transport.language().flatMap(Languages::tag));
        this.elements = new FeedElements(texts, document);
    }

    static Feed read(XmlElement root, Transport transport) {
        return new FeedReader(root, transport).feed();
    }

    private Feed feed() {
        XmlElement channel = channel();
        FeedFields fields = new FeedFields();
        if (!isEntry(channel)) {
            elements.attributes(channel, fields);
            channel.elements().filter(e -> !isEntry(e)).forEach(e -> elements.read(e, fields, FeedElements.Place.FEED));
        }
        fields.value("language", texts.language(channel));
        List<FeedFields> entries = new ArrayList<>();
        entries(channel).forEach(e -> entries.add(entry(e)));
        return new Feed(FeedVersion.of(root), fields, List.copyOf(entries));
    }

    private XmlElement channel() {
        return switch (root.name().toLowerCase(Locale.ROOT)) {
            case "rss", "rdf:rdf" ->
                root.elements()
                        .filter(e -> e.name().equalsIgnoreCase("channel"))
                        .findFirst()
                        .orElse(root);
            default -> root;
        };
    }

    /** RSS 1.0 has its items beside the channel, RSS 1.1 in a list of their own. */
    private Stream<XmlElement> entries(XmlElement channel) {
        if (isEntry(channel)) {
            return Stream.of(channel);
        }
        Stream<XmlElement> inside = channel.elements().flatMap(e -> e.is("items") ? e.elements() : Stream.of(e));
        Stream<XmlElement> beside = channel.equals(root) ? Stream.empty() : root.elements();
        return Stream.concat(inside, beside).filter(FeedReader::isEntry);
    }

    private static boolean isEntry(XmlElement e) {
        return ENTRIES.contains(e.name().toLowerCase(Locale.ROOT));
    }

    private FeedFields entry(XmlElement e) {
        FeedFields fields = new FeedFields();
        elements.attributes(e, fields);
        e.elements().forEach(c -> elements.read(c, fields, FeedElements.Place.ENTRY));
        fields.value("language", texts.language(e));
        return fields;
    }
}
