package org.broadsheet.wire.format.g2;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.broadsheet.wire.WireDraft;
import org.broadsheet.wire.WireLink;
import org.broadsheet.wire.WireStatus;
import org.broadsheet.wire.WireSubject;
import org.broadsheet.wire.WireTime;
import org.broadsheet.wire.format.text.Dates;
import org.broadsheet.wire.format.text.Languages;
import org.broadsheet.wire.format.text.Numbers;
import org.broadsheet.wire.format.xml.XmlElement;

/** One item of NewsML-G2. Section names in comments are of the IPTC's specification. */
final class G2Item {
    private static final Set<String> MAPPED = Set.of(
            "itemClass",
            "provider",
            "versionCreated",
            "firstCreated",
            "embargoed",
            "pubStatus",
            "title",
            "edNote",
            "link",
            "urgency",
            "contentCreated",
            "contentModified",
            "located",
            "language",
            "keyword",
            "subject",
            "genre",
            "slugline",
            "headline",
            "dateline",
            "by",
            "creditline",
            "description");

    private final XmlElement item;
    private final WireDraft draft = new WireDraft();

    G2Item(XmlElement item) {
        this.item = item;
    }

    WireDraft read() {
        draft.guid(item.attribute("guid")).version(item.attribute("version"));
        draft.language(item.attribute("xml:lang").flatMap(Languages::tag));
        item.first("itemMeta").ifPresent(this::itemMeta);
        item.elements("contentMeta").forEach(this::contentMeta);
        item.elements("rightsInfo").forEach(this::rights);
        item.elements("contentSet").forEach(set -> new G2Content(item, draft).read(set));
        references();
        // Planning and knowledge items carry their headlines further down.
        draft.headline(
                item.all("headline").stream().flatMap(h -> h.line().stream()).findFirst());
        draft.title(item.at("concept", "name").flatMap(XmlElement::line));
        return draft;
    }

    private void itemMeta(XmlElement meta) {
        draft.kind(meta.first("itemClass").flatMap(G2Item::code).map(G2Item::unscoped));
        draft.provider(meta.first("provider").flatMap(G2Item::code));
        draft.updated(time(meta, "versionCreated"));
        draft.published(time(meta, "firstCreated"));
        draft.embargo(time(meta, "embargoed"));
        draft.status(meta.first("pubStatus").flatMap(G2Item::code).flatMap(WireStatus::of));
        draft.title(meta.first("title").flatMap(XmlElement::line));
        draft.editorialNote(meta.first("edNote").flatMap(XmlElement::line));
        meta.elements("link")
                .forEach(link -> target(link)
                        .ifPresent(href -> draft.link(new WireLink(
                                link.attribute("rel").orElse("link"),
                                href,
                                words(link, "title"),
                                link.attribute("contenttype")))));
        rest(meta);
    }

    private void contentMeta(XmlElement meta) {
        draft.urgency(meta.first("urgency").flatMap(XmlElement::line).flatMap(Numbers::urgency));
        draft.published(time(meta, "contentCreated"));
        draft.language(meta.first("language").flatMap(l -> l.attribute("tag")).flatMap(Languages::tag));
        draft.headline(words(meta, "headline"));
        draft.slugline(words(meta, "slugline"));
        draft.dateline(words(meta, "dateline"));
        draft.byline(words(meta, "by"));
        draft.credit(words(meta, "creditline"));
        draft.location(meta.elements("located").flatMap(l -> place(l).stream()).findFirst());
        draft.standfirst(
                description(meta, "summary", "abstract", "standfirst", "deck").or(() -> plainDescription(meta)));
        meta.elements("keyword").flatMap(k -> k.line().stream()).forEach(draft::keyword);
        Stream.concat(meta.elements("subject"), meta.elements("genre")).forEach(this::subject);
        rest(meta);
    }

    private void subject(XmlElement subject) {
        Optional<String> code = code(subject);
        Optional<String> name = words(subject, "name");
        if (code.isPresent() || name.isPresent()) {
            String kind = subject.attribute("type").map(G2Item::unscoped).orElse(subject.name());
            draft.subject(new WireSubject(code.orElse(""), name, kind));
        }
    }

    private void rights(XmlElement rights) {
        draft.copyright(words(rights, "copyrightNotice")
                .or(() -> rights.first("copyrightHolder")
                        .flatMap(h -> words(h, "name").or(() -> code(h)))));
        draft.usageTerms(words(rights, "usageTerms"));
    }

    /** Items that a package or a planning item names. */
    private void references() {
        for (String name : List.of("itemRef", "newsItemRef")) {
            item.all(name)
                    .forEach(ref -> target(ref)
                            .ifPresent(href -> draft.link(
                                    new WireLink("item", href, words(ref, "title"), ref.attribute("contenttype")))));
        }
    }

    private void rest(XmlElement meta) {
        meta.elements()
                .filter(e -> !MAPPED.contains(e.name()))
                .forEach(e -> e.line().or(() -> code(e)).ifPresent(value -> draft.unmapped(e.name(), value)));
    }

    static Optional<String> description(XmlElement meta, String... roles) {
        List<String> wanted = List.of(roles);
        return meta.elements("description")
                .filter(d -> d.attribute("role")
                        .map(G2Item::unscoped)
                        .filter(wanted::contains)
                        .isPresent())
                .flatMap(d -> d.line().stream())
                .findFirst();
    }

    static Optional<String> plainDescription(XmlElement meta) {
        return meta.elements("description")
                .filter(d -> d.attribute("role").isEmpty())
                .flatMap(d -> d.line().stream())
                .findFirst();
    }

    private static Optional<String> place(XmlElement located) {
        return words(located, "name").or(() -> located.attribute("literal"));
    }

    private static Optional<WireTime> time(XmlElement meta, String name) {
        return meta.first(name).flatMap(e -> Dates.read(e.text()));
    }

    private static Optional<String> words(XmlElement parent, String name) {
        return parent.elements(name).flatMap(e -> e.line().stream()).findFirst();
    }

    private static Optional<String> target(XmlElement link) {
        return link.attribute("residref").or(() -> link.attribute("href")).or(() -> link.attribute("guidref"));
    }

    /** A controlled value in any of the ways it may be written. */
    static Optional<String> code(XmlElement e) {
        return e.attribute("qcode").or(() -> e.attribute("literal")).or(() -> e.attribute("uri"));
    }

    static String unscoped(String code) {
        return code.substring(Math.max(code.lastIndexOf(':'), code.lastIndexOf('/')) + 1);
    }
}
