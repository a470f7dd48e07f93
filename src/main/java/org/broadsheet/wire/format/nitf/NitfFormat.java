package org.broadsheet.wire.format.nitf;

import java.util.List;
import org.broadsheet.wire.format.Content;
import org.broadsheet.wire.format.WireFormat;
import org.broadsheet.wire.format.xml.Unreadable;
import org.broadsheet.wire.item.WireDraft;
import org.broadsheet.wire.item.WireItem;

/** NITF as a document of its own. */
public final class NitfFormat implements WireFormat {
    @Override
    public String name(Content content) {
        return "nitf";
    }

    @Override
    public boolean claims(Content content) {
        return content instanceof Content.Xml xml
                && (xml.document().root().is("nitf") || xml.document().root().is("nitf:nitf"));
    }

    @Override
    public List<WireItem> read(Content content) {
        WireItem item = new Nitf(((Content.Xml) content).document().root(), new WireDraft())
                .whole()
                .item("sha256:" + content.hash());
        boolean nameless = item.guid().startsWith("sha256:");
        if (nameless && item.headline().isEmpty() && item.paragraphs().isEmpty()) {
            throw new Unreadable("NITF with neither an identifier nor a headline nor a body");
        }
        return List.of(item);
    }
}
