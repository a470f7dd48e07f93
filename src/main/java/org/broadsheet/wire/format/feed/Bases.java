package org.broadsheet.wire.format.feed;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.broadsheet.wire.format.text.Addresses;
import org.broadsheet.wire.format.xml.XmlElement;

/** The base address in force at an element (XML Base): each {@code xml:base} is relative to the one around it. */
final class Bases {
    private Bases() {}

    static Optional<URI> of(XmlElement e) {
        return of(e, Optional.empty());
    }

    /** A base that is neither of the web nor relative says nothing. */
    static Optional<URI> of(XmlElement e, Optional<URI> document) {
        Deque<String> written = new ArrayDeque<>();
        for (Optional<XmlElement> at = Optional.of(e);
                at.isPresent();
                at = at.get().parent()) {
            at.get().attribute("xml:base").or(channel(at.get())).ifPresent(written::push);
        }
        Optional<URI> base = document;
        for (String next : written) {
            base = Addresses.resolve(base, next)
                    .filter(a -> Addresses.isWeb(a) || !a.contains(":"))
                    .flatMap(Addresses::base)
                    .or(base.isPresent() ? saying(base.get()) : Optional::empty);
        }
        return base;
    }

    /** CDF says it in an attribute of its own. */
    private static java.util.function.Supplier<Optional<String>> channel(XmlElement e) {
        return () -> e.name().equalsIgnoreCase("channel") ? e.attribute("BASE") : Optional.empty();
    }

    private static java.util.function.Supplier<Optional<URI>> saying(URI base) {
        return () -> Optional.of(base);
    }
}
