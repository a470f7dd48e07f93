package org.broadsheet.wire.format.g2;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.broadsheet.wire.format.Content;
import org.broadsheet.wire.format.WireFormat;
import org.broadsheet.wire.format.xml.Unreadable;
import org.broadsheet.wire.format.xml.XmlElement;
import org.broadsheet.wire.item.WireItem;

/** NewsML-G2 of core and power conformance: a message of items, or an item alone. */
public final class NewsMlG2 implements WireFormat {
    static final Set<String> ITEMS =
            Set.of("newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem");

    @Override
    public String name(Content content) {
        return "newsml-g2";
    }

    @Override
    public boolean claims(Content content) {
        return content instanceof Content.Xml xml
                && (xml.document().root().is("newsMessage")
                        || ITEMS.contains(xml.document().root().name()));
    }

    @Override
    public List<WireItem> read(Content content) {
        XmlElement root = ((Content.Xml) content).document().root();
        if (!root.is("newsMessage")) {
            return List.of(item(root, content.hash(), 0));
        }
        List<WireItem> items = new ArrayList<>();
        root.elements("itemSet")
                .flatMap(XmlElement::elements)
                .filter(e -> ITEMS.contains(e.name()))
                .forEach(e -> items.add(item(e, content.hash(), items.size())));
        return List.copyOf(items);
    }

    /** The standard asks for an identifier; without one no later version could ever be told from a new item. */
    private static WireItem item(XmlElement element, String hash, int number) {
        boolean bare =
                element.attribute("guid").isEmpty() && element.first("itemMeta").isEmpty();
        if (bare && element.first("contentMeta").isEmpty()) {
            throw new Unreadable("<" + element.name() + "> has neither a guid nor itemMeta");
        }
        return new G2Item(element).read().item("sha256:" + hash + "#" + number);
    }
}
