package org.broadsheet.wire.format.feed;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.broadsheet.wire.format.text.Addresses;
import org.broadsheet.wire.format.text.Prose;
import org.broadsheet.wire.format.xml.XmlElement;
import org.broadsheet.wire.item.WireLink;
import org.broadsheet.wire.item.WirePicture;

/** Enclosures and Media RSS. */
final class FeedMedia {
    private final Optional<URI> document;

    FeedMedia(Optional<URI> document) {
        this.document = document;
    }

    /** Whether it was one of these. */
    boolean read(String name, XmlElement e, FeedFields into, FeedElements elements) {
        switch (name) {
            case "enclosure" -> address(e, "url").ifPresent(url -> enclosure(e, url, into));
            case "media:group" -> e.elements().forEach(c -> elements.read(c, into, FeedElements.Place.ENTRY));
            case "media:content" -> content(e, into);
            case "media:thumbnail" -> address(e, "url").ifPresent(url -> into.pictures.add(picture(e, url)));
            case "itunes:image" -> address(e, "href").ifPresent(url -> into.pictures.add(picture(e, url)));
            case "media:credit" -> into.value("credit", e.line());
            default -> {
                return false;
            }
        }
        return true;
    }

    private void enclosure(XmlElement e, String url, FeedFields into) {
        into.enclosures.add(new WireLink("enclosure", url, e.attribute("length"), e.attribute("type")));
        if (isPicture(e, url)) {
            into.pictures.addFirst(picture(e, url));
        }
    }

    private void content(XmlElement e, FeedFields into) {
        address(e, "url").ifPresent(url -> {
            if (isPicture(e, url)) {
                into.pictures.addFirst(picture(e, url));
            } else {
                into.enclosures.add(new WireLink("enclosure", url, Optional.empty(), e.attribute("type")));
            }
        });
        e.elements("media:thumbnail")
                .flatMap(t -> address(t, "url").stream().map(url -> picture(t, url)))
                .forEach(into.pictures::add);
    }

    private static WirePicture picture(XmlElement e, String url) {
        Stream<XmlElement> near = Stream.concat(Stream.of(e), e.parent().stream());
        Optional<XmlElement> described =
                near.filter(x -> x.first("media:description").isPresent()).findFirst();
        Optional<String> caption =
                described.flatMap(d -> d.first("media:description")).flatMap(XmlElement::line);
        Optional<String> credit = e.first("media:credit").flatMap(XmlElement::line);
        return WirePicture.at(url)
                .sized(
                        e.attribute("width").flatMap(Prose::pixels),
                        e.attribute("height").flatMap(Prose::pixels),
                        e.attribute("type"))
                .described(caption.flatMap(Prose::line), credit, Optional.empty());
    }

    private static boolean isPicture(XmlElement e, String url) {
        Optional<String> type = e.attribute("type").map(t -> t.toLowerCase(Locale.ROOT));
        return type.isPresent()
                ? type.get().startsWith("image/")
                : e.attribute("medium")
                        .map("image"::equals)
                        .orElse(url.matches("(?i).*\\.(jpe?g|png|gif|webp)(\\?.*)?"));
    }

    private Optional<String> address(XmlElement e, String attribute) {
        return e.attribute(attribute).flatMap(a -> Addresses.resolve(Bases.of(e, document), a));
    }
}
