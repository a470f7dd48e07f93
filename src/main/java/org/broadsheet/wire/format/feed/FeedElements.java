package org.broadsheet.wire.format.feed;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.broadsheet.wire.format.text.Addresses;
import org.broadsheet.wire.format.text.Languages;
import org.broadsheet.wire.format.xml.XmlElement;
import org.broadsheet.wire.item.WireLink;

/** What each element means, in every dialect. Names are compared without case, as CDF and much of RSS want it. */
final class FeedElements {
    private final FeedTexts texts;
    private final FeedMedia media;
    private final Optional<URI> document;

    /** Where an element stands; a description is something else in each. */
    enum Place {
        FEED,
        ENTRY
    }

    FeedElements(FeedTexts texts, Optional<URI> document) {
        this.texts = texts;
        this.document = document;
        this.media = new FeedMedia(document);
    }

    /** RSS 1.0 and CDF keep identifier and address in attributes. */
    void attributes(XmlElement e, FeedFields into) {
        into.reading("@rdf:about");
        into.value("id", e.attribute("rdf:about"));
        Optional<String> href = e.attribute("href").or(() -> e.attribute("HREF"));
        href.flatMap(h -> address(e, h))
                .ifPresent(h -> into.links.add(new WireLink("alternate", h, Optional.empty(), Optional.empty())));
        into.value("updated", e.attribute("lastmod").or(() -> e.attribute("LASTMOD")));
    }

    void read(XmlElement e, FeedFields into, Place place) {
        String name = e.name().toLowerCase(Locale.ROOT);
        into.reading(e.name());
        switch (name) {
            case "title" -> into.text("title", texts.of(e, FeedTexts.PLAIN));
            case "dc:title", "media:title" -> into.fallback("title", texts.of(e, FeedTexts.PLAIN));
            case "description", "dc:description", "abstract", "tagline", "subtitle", "summary" ->
                description(e, into, place);
            case "itunes:summary", "itunes:subtitle", "media:description" -> description(e, into, place);
            case "content", "content:encoded", "xhtml:body", "body", "fullitem", "xhtml:div", "prodlink" ->
                content(e, into);
            case "info", "feedburner:browserfriendly" -> into.text("info", texts.of(e, FeedTexts.PLAIN));
            case "rights", "copyright", "dc:rights", "media:copyright" ->
                into.text("rights", texts.of(e, FeedTexts.PLAIN));
            case "guid", "id" -> identifier(e, into);
            case "link" -> link(e, into);
            case "category", "dc:subject", "keywords", "itunes:keywords", "media:category", "itunes:category", "tags" ->
                FeedTags.read(e, into);
            case "source" -> source(e, into);
            case "cc:license" ->
                into.value("license", e.attribute("rdf:resource").or(e::line));
            case "language", "dc:language" -> into.value("language", e.line().flatMap(Languages::tag));
            default -> {
                if (!date(name, e, into) && !person(name, e, into) && !media.read(name, e, into, this)) {
                    other(name, e, into);
                }
            }
        }
    }

    private static boolean date(String name, XmlElement e, FeedFields into) {
        String field = switch (name) {
            case "pubdate", "issued", "published", "dcterms:issued" -> "published";
            case "updated", "modified", "dc:date", "dcterms:modified", "lastbuilddate", "lastmod" -> "updated";
            case "created", "dcterms:created" -> "created";
            case "expirationdate" -> "expired";
            default -> "";
        };
        if (!field.isEmpty()) {
            e.line().ifPresent(written -> into.date(field, written));
        }
        return !field.isEmpty();
    }

    private boolean person(String name, XmlElement e, FeedFields into) {
        FeedPerson person = FeedPerson.of(e, written -> address(e, written));
        switch (name) {
            case "author", "dc:creator", "dc:author", "managingeditor", "itunes:author" -> {
                if (!person.isEmpty() && !into.authors.contains(person)) {
                    into.author(person);
                }
            }
            case "contributor", "dc:contributor" -> into.contributors.add(person);
            case "webmaster", "dc:publisher", "itunes:owner" ->
                into.publisher = into.publisher.or(() -> Optional.of(person));
            default -> {
                return false;
            }
        }
        return true;
    }

    private void description(XmlElement e, FeedFields into, Place place) {
        FeedText text = texts.of(e, e.is("description") ? FeedTexts.HTML : FeedTexts.PLAIN);
        Optional<FeedText> had = into.text("summary").filter(t -> !t.value().isBlank());
        if (place == Place.ENTRY && had.isPresent()) {
            boolean longer = text.value().length() > had.get().value().length();
            if (longer && !e.name().startsWith("itunes:") && !e.name().startsWith("media:")) {
                into.content(text);
            }
            return;
        }
        into.text(place == Place.ENTRY ? "summary" : "subtitle", text);
    }

    private void content(XmlElement e, FeedFields into) {
        boolean markup = !e.is("content") || e.elements().findAny().isPresent();
        into.content(texts.of(e, markup ? FeedTexts.HTML : FeedTexts.PLAIN));
    }

    private void identifier(XmlElement e, FeedFields into) {
        Optional<String> id = e.line().flatMap(i -> i.matches("[./].*") ? address(e, i) : Optional.of(i));
        into.value("id", id);
        boolean permanent = e.is("guid")
                && !e.attribute("isPermaLink")
                        .or(() -> e.attribute("ispermalink"))
                        .filter("false"::equalsIgnoreCase)
                        .isPresent();
        into.guidIsLink |= permanent && id.isPresent();
    }

    private void link(XmlElement e, FeedFields into) {
        Optional<String> href =
                e.attribute("href").or(e::line).flatMap(h -> address(e, h)).or(() -> same(e));
        String relation = e.attribute("rel").orElse("alternate");
        href.ifPresent(h -> {
            WireLink link = new WireLink(relation, h, e.attribute("title"), e.attribute("type"));
            (relation.equals("enclosure") ? into.enclosures : into.links).add(link);
        });
    }

    /** An empty reference is to the document itself (RFC 3986, 4.4). */
    private Optional<String> same(XmlElement e) {
        return e.attributes().containsKey("href") ? Bases.of(e, document).map(URI::toString) : Optional.empty();
    }

    private void source(XmlElement e, FeedFields into) {
        FeedFields source = new FeedFields();
        e.elements().forEach(c -> read(c, source, Place.FEED));
        if (e.elements().findAny().isEmpty()) {
            source.text("title", texts.of(e, FeedTexts.PLAIN));
            source.value("href", e.attribute("url").flatMap(u -> address(e, u)));
        }
        into.source = Optional.of(source);
    }

    /** Kept by name, to be found again if somebody misses it. */
    private void other(String name, XmlElement e, FeedFields into) {
        if (e.elements().findAny().isEmpty()) {
            boolean pointer = name.equals("comments")
                    || name.equals("docs")
                    || name.startsWith("wfw:")
                    || name.equals("icon")
                    || name.equals("logo");
            into.value(name, pointer ? e.line().flatMap(a -> address(e, a)) : e.line());
        }
    }

    Optional<String> address(XmlElement e, String written) {
        return Addresses.resolve(Bases.of(e, document), written);
    }
}
