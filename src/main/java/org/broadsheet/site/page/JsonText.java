package org.broadsheet.site.page;

/**
 * A JSON document (RFC 8259) written from left to right. By hand: each article page has two, and a tree of maps given to a
 * library took longer than the article's template.
 */
final class JsonText {
    private static final String DIGITS = "0123456789abcdef";

    private final StringBuilder out = new StringBuilder(1_536);
    private boolean first = true;

    /** Begins the document of a thing of schema.org. */
    static JsonText document(String type) {
        JsonText json = new JsonText();
        json.out.append('{');
        return json.field("@context", "https://schema.org").field("@type", type);
    }

    JsonText field(String name, String value) {
        name(name);
        text(value);
        return this;
    }

    JsonText field(String name, int value) {
        name(name);
        out.append(value);
        return this;
    }

    JsonText field(String name, boolean value) {
        name(name);
        out.append(value);
        return this;
    }

    /** Begins a thing of a type, until {@link #endObject}. */
    JsonText object(String name, String type) {
        name(name);
        return begin(type);
    }

    /** The same as the next element of a list. */
    JsonText object(String type) {
        comma();
        return begin(type);
    }

    JsonText endObject() {
        return end('}');
    }

    /** Begins a list, until {@link #endList}. */
    JsonText list(String name) {
        name(name);
        out.append('[');
        first = true;
        return this;
    }

    JsonText element(String value) {
        comma();
        text(value);
        return this;
    }

    JsonText endList() {
        return end(']');
    }

    /** The whole, its outermost object ended. */
    String written() {
        return out.append('}').toString();
    }

    private JsonText begin(String type) {
        out.append('{');
        first = true;
        return field("@type", type);
    }

    private JsonText end(char bracket) {
        out.append(bracket);
        first = false;
        return this;
    }

    private void name(String name) {
        comma();
        text(name);
        out.append(':');
    }

    private void comma() {
        if (!first) {
            out.append(',');
        }
        first = false;
    }

    private void text(String value) {
        out.append('"');
        int plain = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                out.append(value, plain, i).append('\\');
                plain = i + 1;
                if (c < ' ') {
                    out.append("u00").append(DIGITS.charAt(c >> 4)).append(DIGITS.charAt(c & 15));
                } else {
                    out.append(c);
                }
            }
        }
        out.append(value, plain, value.length()).append('"');
    }
}
