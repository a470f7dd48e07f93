package org.broadsheet.wire.format.xml;

import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Entities;

/** References: the five of XML, numbers, those declared inside the document, and, when undeclared, those of HTML. */
final class XmlEntities {
    private static final Map<String, String> PREDEFINED =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'");
    private static final int LONGEST_NAME = 64;
    private static final int DEEPEST = 8;

    private final Map<String, String> declared = new HashMap<>();
    private final XmlLimits limits;
    private final Repairs repairs;
    private int expanded;

    XmlEntities(XmlLimits limits, Repairs repairs) {
        this.limits = limits;
        this.repairs = repairs;
    }

    /** The first declaration of a name counts (XML 1.0, 4.2). */
    void declare(String name, String value) {
        declared.putIfAbsent(name, value);
    }

    /** Text with its references replaced; one that means nothing stays as it was written. */
    String replace(String raw) {
        return raw.indexOf('&') < 0 ? raw : replace(raw, 0);
    }

    private String replace(String raw, int depth) {
        if (depth > DEEPEST) {
            throw new Unreadable("entities refer to each other without end");
        }
        StringBuilder out = new StringBuilder(raw.length());
        int at = 0;
        while (at < raw.length()) {
            int amp = raw.indexOf('&', at);
            if (amp < 0) {
                out.append(raw, at, raw.length());
                break;
            }
            out.append(raw, at, amp);
            int end = semicolon(raw, amp);
            String name = end < 0 ? "" : raw.substring(amp + 1, end);
            String value = meaning(name, depth);
            if (value.isEmpty() && !declared.containsKey(name)) {
                repairs.add("a bare & or an unknown entity");
                out.append('&');
                at = amp + 1;
            } else {
                out.append(value);
                at = end + 1;
            }
        }
        return out.toString();
    }

    /** Looked for within the longest name only, or a text of ampersands would take quadratic time. */
    private static int semicolon(String raw, int amp) {
        int last = Math.min(raw.length(), amp + LONGEST_NAME);
        for (int i = amp + 1; i < last; i++) {
            char c = raw.charAt(i);
            if (c == ';') {
                return i;
            }
            if (c == '&' || Character.isWhitespace(c)) {
                return -1;
            }
        }
        return -1;
    }

    private String meaning(String name, int depth) {
        if (name.isEmpty()) {
            return "";
        }
        if (name.charAt(0) == '#') {
            return number(name);
        }
        String predefined = PREDEFINED.get(name);
        if (predefined != null) {
            return predefined;
        }
        String own = declared.get(name);
        if (own != null) {
            String value = replace(own, depth + 1);
            expanded += value.length();
            if (expanded > limits.expansion()) {
                throw new Unreadable("entities expand to more than " + limits.expansion() + " characters");
            }
            return value;
        }
        String html = Entities.getByName(name);
        if (!html.isEmpty()) {
            repairs.add("the HTML entity &" + name + "; is not declared");
        }
        return html;
    }

    /** Character references in the C1 range mean Windows-1252, as browsers read them. */
    private static String number(String name) {
        boolean hex = name.length() > 1 && (name.charAt(1) == 'x' || name.charAt(1) == 'X');
        try {
            int code = Integer.parseInt(name, hex ? 2 : 1, name.length(), hex ? 16 : 10);
            if (code >= 0x80 && code <= 0x9f) {
                return Encodings.windows1252((byte) code);
            }
            boolean allowed = code == 9 || code == 10 || code == 13 || (code >= 0x20 && code <= 0x10ffff);
            boolean surrogate = code >= 0xd800 && code <= 0xdfff;
            return allowed && !surrogate ? Character.toString(code) : "\ufffd";
        } catch (NumberFormatException e) {
            return "";
        }
    }
}
