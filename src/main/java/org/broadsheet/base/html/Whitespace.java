package org.broadsheet.base.html;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** White space as HTML folds it, and characters that no text needs. */
final class Whitespace {
    private Whitespace() {}

    /** Runs of white space become one space; control characters go. No-break spaces stay. */
    static String collapse(String raw) {
        StringBuilder text = new StringBuilder(raw.length());
        boolean space = false;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f') {
                if (!space) {
                    text.append(' ');
                }
                space = true;
            } else if (!isControl(raw, i)) {
                text.append(c);
                space = false;
            }
        }
        return text.toString();
    }

    static String withoutControls(String raw) {
        StringBuilder text = new StringBuilder(raw.length());
        String lines = raw.replace("\r\n", "\n").replace('\r', '\n');
        for (int i = 0; i < lines.length(); i++) {
            char c = lines.charAt(i);
            if (c == '\n' || c == '\t' || !isControl(lines, i)) {
                text.append(c);
            }
        }
        return text.toString();
    }

    /** True when there is more in it than spaces of any kind. */
    static boolean hasWords(Element element) {
        return element.text().codePoints().anyMatch(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c));
    }

    /** Takes spaces and line breaks off both ends of an element, however deep its first and last text stand. */
    static void trim(Element element) {
        while (element.childNodeSize() > 0 && trimmedOff(edge(element, true), true)) {}
        while (element.childNodeSize() > 0 && trimmedOff(edge(element, false), false)) {}
    }

    private static Node edge(Element element, boolean first) {
        Node node = element;
        while (node.childNodeSize() > 0) {
            node = first ? node.childNode(0) : node.childNode(node.childNodeSize() - 1);
        }
        return node;
    }

    private static boolean trimmedOff(Node node, boolean first) {
        if (node instanceof TextNode text) {
            String own = text.getWholeText();
            String cut = first ? own.stripLeading() : own.stripTrailing();
            if (cut.length() == own.length() && !cut.isEmpty()) {
                return false;
            }
            if (!cut.isEmpty()) {
                text.text(cut);
                return false;
            }
        }
        node.remove();
        return true;
    }

    /** C0 and C1 controls, lone surrogates, non-characters, and marks that turn the reading direction of what follows. */
    private static boolean isControl(String raw, int at) {
        char c = raw.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 >= raw.length() || !Character.isLowSurrogate(raw.charAt(at + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return at == 0 || !Character.isHighSurrogate(raw.charAt(at - 1));
        }
        return c < ' ' || (c >= 0x7f && c < 0xa0) || c == 0xfeff || c >= 0xfffe || (c >= 0x202a && c <= 0x202e);
    }
}
