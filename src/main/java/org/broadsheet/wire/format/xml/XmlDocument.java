package org.broadsheet.wire.format.xml;

import java.util.List;

/**
 * A document read.
 *
 * @param repairs what had to be mended, in the order met; empty for a well-formed document
 */
public record XmlDocument(XmlElement root, String encoding, List<String> repairs) {
    public XmlDocument {
        repairs = List.copyOf(repairs);
    }

    public boolean wellFormed() {
        return repairs.isEmpty();
    }
}
