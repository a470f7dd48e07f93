package org.broadsheet.wire.format.xml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one document into a tree in one pass over its characters. */
public final class XmlReader {
    private static final int MOST_ATTRIBUTES = 200;

    private final Cursor in;
    private final XmlLimits limits;
    private final Repairs repairs;
    private final XmlEntities entities;
    private final Deque<Open> open = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private final long until;
    private @Nullable XmlElement root;
    private int elements;
    /** False once no further comment ends, so that this is looked for once. */
    private boolean commentsEnd = true;

    /** An element that is not closed yet, under the name the sender wrote. */
    private record Open(String written, XmlElement element, Map<String, String> scope) {}

    private XmlReader(String text, Repairs repairs, XmlLimits limits) {
        this.in = new Cursor(text);
        this.limits = limits;
        this.repairs = repairs;
        this.entities = new XmlEntities(limits, repairs);
        this.until = System.nanoTime() + limits.time().toNanos();
    }

    /** Reads bytes in whatever encoding they are; {@code transport} is the charset of an HTTP header, if any. */
    public static XmlDocument read(byte[] bytes, Optional<String> transport, XmlLimits limits) {
        if (bytes.length > limits.characters()) {
            throw new Unreadable("larger than " + limits.characters() + " bytes");
        }
        Encodings.Decoded decoded = Encodings.decode(bytes, transport);
        return read(decoded, limits);
    }

    /** Reads a document whose characters are known already. */
    public static XmlDocument read(Encodings.Decoded decoded, XmlLimits limits) {
        Repairs repairs = new Repairs(decoded.repairs());
        XmlElement root = new XmlReader(decoded.text(), repairs, limits).document();
        return new XmlDocument(root, decoded.encoding(), repairs.list());
    }

    private XmlElement document() {
        while (in.more()) {
            if (in.peek() == '<') {
                markup();
            } else {
                characters(entities.replace(in.before('<')));
            }
        }
        flush();
        if (root == null) {
            throw new Unreadable("no XML element in it");
        }
        if (!open.isEmpty()) {
            mended("the document ends inside <" + open.peek().written() + ">");
        }
        return root;
    }

    private void markup() {
        if (in.startsWith("<!--")) {
            comment();
        } else if (in.startsWith("<![CDATA[")) {
            in.skip(9);
            characters(in.upTo("]]>"));
        } else if (in.startsWithIgnoringCase("<!DOCTYPE") && root == null) {
            new Doctype(in, entities).read();
        } else if (in.startsWith("<?")) {
            in.upTo("?>");
        } else if (in.peek(1) == '/') {
            closing();
        } else if (Cursor.isNameStart(in.peek(1))) {
            opening();
        } else {
            mended("a bare <");
            in.skip(1);
            characters("<");
        }
    }

    /** A comment that never ends loses its first characters, not the rest of the document. */
    private void comment() {
        in.skip(4);
        if (commentsEnd && !in.has("-->")) {
            commentsEnd = false;
        }
        if (commentsEnd) {
            in.upTo("-->");
        } else {
            mended("a comment that never ends");
            in.upTo(">");
        }
    }

    private void characters(String value) {
        if (open.isEmpty()) {
            if (!value.isBlank()) {
                mended("text outside the root element");
            }
        } else {
            text.append(value);
        }
    }

    private void flush() {
        Open top = open.peek();
        if (top != null && !text.isEmpty()) {
            top.element().add(new XmlNode.Text(text.toString()));
        }
        text.setLength(0);
    }

    private void opening() {
        in.skip(1);
        String written = in.name();
        Map<String, String> attributes = attributes();
        boolean empty = in.peek() == '/';
        if (empty) {
            in.skip(1);
        }
        if (in.peek() == '>') {
            in.skip(1);
        } else {
            mended("<" + written + "> is not closed by >");
        }
        if (root != null && open.isEmpty()) {
            mended("a second root element <" + written + ">");
            return;
        }
        flush();
        XmlElement element = element(written, attributes, empty);
        if (root == null) {
            root = element;
        }
    }

    private XmlElement element(String written, Map<String, String> attributes, boolean empty) {
        if (++elements > limits.elements()) {
            throw new Unreadable("more than " + limits.elements() + " elements");
        }
        if (open.size() >= limits.depth()) {
            throw new Unreadable("elements nested deeper than " + limits.depth());
        }
        if ((elements & 0xff) == 0 && System.nanoTime() > until) {
            throw new Unreadable("not read within " + limits.time().toSeconds() + " seconds");
        }
        Open parent = open.peek();
        Map<String, String> scope = scope(parent == null ? Map.of() : parent.scope(), attributes);
        String prefix = prefix(written);
        XmlElement element = new XmlElement(
                canonical(written, scope, true),
                scope.getOrDefault(prefix, ""),
                canonical(attributes, scope),
                Optional.ofNullable(parent).map(Open::element));
        if (parent != null) {
            parent.element().add(element);
        }
        if (!empty) {
            open.push(new Open(written, element, scope));
        }
        return element;
    }

    private void closing() {
        in.skip(2);
        String written = in.name();
        in.skipSpace();
        if (in.peek() != '>') {
            mended("</" + written + " is not closed by >");
        }
        in.upTo(">");
        flush();
        if (open.stream().noneMatch(o -> o.written().equals(written))) {
            mended("</" + written + "> closes nothing");
            return;
        }
        while (!open.isEmpty()) {
            Open top = open.pop();
            if (top.written().equals(written)) {
                return;
            }
            mended("<" + top.written() + "> is not closed");
        }
    }

    private Map<String, String> attributes() {
        Map<String, String> found = new LinkedHashMap<>();
        while (in.more()) {
            in.skipSpace();
            char c = in.peek();
            if (c == '>' || c == '<' || (c == '/' && in.peek(1) == '>')) {
                break;
            }
            String name = in.name();
            if (name.isEmpty()) {
                mended("a stray character in a tag");
                in.skip(1);
                continue;
            }
            String value = value();
            if (found.size() < MOST_ATTRIBUTES && found.putIfAbsent(name, value) != null) {
                mended("the attribute " + name + " twice");
            }
        }
        return found;
    }

    private String value() {
        in.skipSpace();
        if (in.peek() != '=') {
            mended("an attribute without a value");
            return "";
        }
        in.skip(1);
        in.skipSpace();
        char quote = in.peek();
        if (quote == '"' || quote == '\'') {
            in.skip(1);
            return entities.replace(in.upTo(String.valueOf(quote)));
        }
        mended("an attribute value without quotes");
        StringBuilder bare = new StringBuilder();
        while (in.more() && !Character.isWhitespace(in.peek()) && in.peek() != '>') {
            bare.append(in.peek());
            in.skip(1);
        }
        return entities.replace(bare.toString());
    }

    private static Map<String, String> scope(Map<String, String> outer, Map<String, String> attributes) {
        Map<String, String> inner = null;
        for (Map.Entry<String, String> a : attributes.entrySet()) {
            if (a.getKey().equals("xmlns") || a.getKey().startsWith("xmlns:")) {
                inner = inner == null ? new HashMap<>(outer) : inner;
                inner.put(
                        a.getKey().equals("xmlns") ? "" : a.getKey().substring(6),
                        a.getValue().strip());
            }
        }
        return inner == null ? outer : inner;
    }

    private Map<String, String> canonical(Map<String, String> attributes, Map<String, String> scope) {
        Map<String, String> named = new LinkedHashMap<>();
        attributes.forEach((name, value) -> {
            if (!name.startsWith("xmlns:")) {
                named.putIfAbsent(prefix(name).isEmpty() ? name : canonical(name, scope, false), value);
            }
        });
        return named;
    }

    /** Unknown vocabularies keep the sender's prefix, so that their names never pass for ours. */
    private String canonical(String written, Map<String, String> scope, boolean element) {
        String prefix = prefix(written);
        String local = prefix.isEmpty() ? written : written.substring(prefix.length() + 1);
        String uri = scope.get(prefix);
        if (uri == null) {
            if (!prefix.isEmpty() && !prefix.equals("xml")) {
                mended("the prefix " + prefix + " is not declared");
            }
            return written;
        }
        String known = Namespaces.canonical(uri).orElse(prefix);
        return known.isEmpty() ? element || prefix.isEmpty() ? local : prefix + ":" + local : known + ":" + local;
    }

    private static String prefix(String written) {
        int colon = written.indexOf(':');
        return colon <= 0 || colon == written.length() - 1 ? "" : written.substring(0, colon);
    }

    private void mended(String what) {
        repairs.add(what);
    }
}
