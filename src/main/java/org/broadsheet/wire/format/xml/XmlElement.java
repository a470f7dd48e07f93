package org.broadsheet.wire.format.xml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * An element under its canonical name: {@code local} for the vocabularies that news formats use unprefixed (NewsML-G2,
 * RSS, Atom), {@code prefix:local} for known others whatever prefix the sender chose (see {@link Namespaces}).
 */
public final class XmlElement implements XmlNode {
    private final String name;
    private final String namespace;
    private final Map<String, String> attributes;
    private final Optional<XmlElement> parent;
    private final List<XmlNode> children = new ArrayList<>();

    XmlElement(String name, String namespace, Map<String, String> attributes, Optional<XmlElement> parent) {
        this.name = name;
        this.namespace = namespace;
        this.attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        this.parent = parent;
    }

    void add(XmlNode child) {
        children.add(child);
    }

    public String name() {
        return name;
    }

    /** The namespace as the sender wrote it; empty where there is none. */
    public String namespace() {
        return namespace;
    }

    public Optional<XmlElement> parent() {
        return parent;
    }

    public Map<String, String> attributes() {
        return attributes;
    }

    public List<XmlNode> children() {
        return Collections.unmodifiableList(children);
    }

    public boolean is(String wanted) {
        return name.equals(wanted);
    }

    /** The attribute under its canonical name, trimmed; absent when missing or blank. */
    public Optional<String> attribute(String wanted) {
        return Optional.ofNullable(attributes.get(wanted)).map(String::strip).filter(v -> !v.isEmpty());
    }

    public Stream<XmlElement> elements() {
        return children.stream().filter(XmlElement.class::isInstance).map(XmlElement.class::cast);
    }

    public Stream<XmlElement> elements(String wanted) {
        return elements().filter(e -> e.is(wanted));
    }

    public Optional<XmlElement> first(String wanted) {
        return elements(wanted).findFirst();
    }

    /** The first element at the end of a path of names. */
    public Optional<XmlElement> at(String... path) {
        Stream<XmlElement> found = Stream.of(this);
        for (String step : path) {
            found = found.flatMap(e -> e.elements(step));
        }
        return found.findFirst();
    }

    /** Every descendant of that name, in document order. */
    public List<XmlElement> all(String wanted) {
        List<XmlElement> found = new ArrayList<>();
        walk(node -> {
            if (node instanceof XmlElement e && e != this && e.is(wanted)) {
                found.add(e);
            }
        });
        return found;
    }

    /** All text under this element as it stands. */
    public String text() {
        StringBuilder out = new StringBuilder();
        walk(node -> {
            if (node instanceof Text t) {
                out.append(t.value());
            }
        });
        return out.toString();
    }

    /** All text with runs of white space made one space; absent when nothing is left. */
    public Optional<String> line() {
        return Spaces.one(text());
    }

    /** An attribute of this element or of the nearest one around it that has it, blank or not. */
    public Optional<String> inherited(String attribute) {
        for (Optional<XmlElement> at = Optional.of(this); at.isPresent(); at = at.get().parent) {
            String value = at.get().attributes.get(attribute);
            if (value != null) {
                return Optional.of(value.strip());
            }
        }
        return Optional.empty();
    }

    /** What stands inside, written as markup with HTML elements unprefixed. */
    public String inner() {
        return XmlWriter.inner(this);
    }

    private void walk(Consumer<XmlNode> visit) {
        Deque<XmlNode> open = new ArrayDeque<>();
        open.push(this);
        while (!open.isEmpty()) {
            XmlNode node = open.pop();
            visit.accept(node);
            if (node instanceof XmlElement e) {
                for (int i = e.children.size() - 1; i >= 0; i--) {
                    open.push(e.children.get(i));
                }
            }
        }
    }

    @Override
    public String toString() {
        return "<" + name + ">";
    }
}
