package org.broadsheet.wire.format.newsml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.broadsheet.wire.format.Content;
import org.broadsheet.wire.format.Embedded;
import org.broadsheet.wire.format.WireFormat;
import org.broadsheet.wire.format.xml.Unreadable;
import org.broadsheet.wire.format.xml.XmlElement;
import org.broadsheet.wire.item.WireItem;

/** NewsML 1: an envelope and any number of items. */
public final class NewsMl1 implements WireFormat {
    @Override
    public String name(Content content) {
        return "newsml-1";
    }

    @Override
    public boolean claims(Content content) {
        return content instanceof Content.Xml xml
                && Parts.isNamed(xml.document().root(), "newsml");
    }

    @Override
    public List<WireItem> read(Content content) {
        XmlElement root = ((Content.Xml) content).document().root();
        Topics topics = Topics.of(root);
        Optional<XmlElement> envelope = root.first("NewsEnvelope");
        List<WireItem> items = new ArrayList<>();
        // an item may stand within a component of another
        root.all("NewsItem").forEach(item -> {
            String fallback = "sha256:" + content.hash() + "#" + items.size();
            items.add(new NewsMl1Item(item, envelope, topics).read().item(fallback));
        });
        if (items.isEmpty()
                && root.first("TopicSet").isEmpty()
                && root.first("Catalog").isEmpty()) {
            throw new Unreadable("NewsML 1 without a NewsItem");
        }
        return List.copyOf(items);
    }

    @Override
    public Stream<Embedded> embedded(Content content) {
        return ((Content.Xml) content)
                .document().root().all("Encoding").stream()
                        .flatMap(e -> Encoded.bytes(e).stream()
                                .map(bytes -> new Embedded(List.of(Embedded.address(bytes)), bytes)));
    }
}
