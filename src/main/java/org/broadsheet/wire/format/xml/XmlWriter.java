package org.broadsheet.wire.format.xml;

import java.util.Map;
import java.util.Set;

/** Writes a tree back as markup that an HTML parser reads. Depth is bounded by the reader's own limit. */
final class XmlWriter {
    private static final Set<String> VOID = Set.of(
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr");

    /** Vocabularies that an HTML parser knows without a prefix. */
    private static final Set<String> UNPREFIXED = Set.of("xhtml", "nitf", "svg", "math");

    private final StringBuilder out = new StringBuilder();

    private XmlWriter() {}

    static String inner(XmlElement element) {
        XmlWriter writer = new XmlWriter();
        element.children().forEach(writer::write);
        return writer.out.toString();
    }

    private void write(XmlNode node) {
        switch (node) {
            case XmlNode.Text text -> escape(text.value(), false);
            case XmlElement element -> write(element);
        }
    }

    private void write(XmlElement element) {
        String name = unprefixed(element.name());
        out.append('<').append(name);
        for (Map.Entry<String, String> a : element.attributes().entrySet()) {
            if (a.getKey().equals("xmlns")) {
                continue;
            }
            out.append(' ').append(a.getKey()).append("=\"");
            escape(a.getValue(), true);
            out.append('"');
        }
        out.append('>');
        if (VOID.contains(name) && element.children().isEmpty()) {
            return;
        }
        element.children().forEach(this::write);
        out.append("</").append(name).append('>');
    }

    private static String unprefixed(String name) {
        int colon = name.indexOf(':');
        return colon > 0 && UNPREFIXED.contains(name.substring(0, colon)) ? name.substring(colon + 1) : name;
    }

    private void escape(String text, boolean attribute) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append(attribute ? "&quot;" : "\"");
                default -> out.append(c);
            }
        }
    }
}
