package org.broadsheet.wire.format.newsml;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.broadsheet.wire.format.text.Prose;
import org.broadsheet.wire.format.xml.XmlElement;

/** What NewsML 1 says in the same way everywhere: a name in an attribute, a property, a line. */
final class Parts {
    private Parts() {}

    /** Senders write {@code HeadLine} and {@code Headline}. */
    static boolean isNamed(XmlElement e, String lower) {
        return e.name().toLowerCase(Locale.ROOT).equals(lower);
    }

    static Optional<XmlElement> first(XmlElement parent, String lower) {
        return parent.elements().filter(e -> isNamed(e, lower)).findFirst();
    }

    static Optional<String> formalName(XmlElement e) {
        return e.attribute("FormalName").flatMap(Prose::oneLine);
    }

    /** The formal name of the element at the end of a path of names. */
    static Optional<String> formalName(XmlElement parent, String... path) {
        return parent.at(path).flatMap(Parts::formalName);
    }

    /** Its words, as lower-case letters alone: {@code Main}, {@code main text}. */
    static String role(XmlElement component) {
        return formalName(component, "Role").orElse("").toLowerCase(Locale.ROOT);
    }

    /** Values of properties of that name, compared without case; empty ones say nothing. */
    static Stream<String> properties(XmlElement parent, String name) {
        return parent.elements("Property")
                .filter(p -> formalName(p).filter(name::equalsIgnoreCase).isPresent())
                .flatMap(p -> p.attribute("Value").flatMap(Prose::oneLine).stream());
    }

    static Optional<String> line(XmlElement parent, String lower) {
        return parent.elements()
                .filter(e -> isNamed(e, lower))
                .flatMap(e -> e.line().stream())
                .findFirst();
    }

    /** The element's place below its item, for people. */
    static String place(XmlElement e) {
        StringBuilder path = new StringBuilder(e.name());
        Optional<XmlElement> above = e.parent();
        for (int steps = 0; steps < 6 && above.isPresent() && !above.get().is("NewsML"); steps++) {
            path.insert(0, above.get().name() + "/");
            above = above.get().parent();
        }
        return path.toString();
    }
}
