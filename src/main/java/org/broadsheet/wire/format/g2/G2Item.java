package org.broadsheet.wire.format.g2;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.broadsheet.wire.format.text.Dates;
import org.broadsheet.wire.format.text.Languages;
import org.broadsheet.wire.format.text.Numbers;
import org.broadsheet.wire.format.xml.XmlElement;
import org.broadsheet.wire.item.WireDraft;
import org.broadsheet.wire.item.WireLink;
import org.broadsheet.wire.item.WireStatus;
import org.broadsheet.wire.item.WireSubject;
import org.broadsheet.wire.item.WireTime;

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
        draft.at("@guid").guid(item.attribute("guid")).at("@version").version(item.attribute("version"));
        draft.at("@xml:lang").language(item.attribute("xml:lang").flatMap(Languages::tag));
        item.first("itemMeta").ifPresent(this::itemMeta);
        item.elements("contentMeta").forEach(this::contentMeta);
        item.elements("rightsInfo").forEach(this::rights);
        item.elements("contentSet").forEach(set -> new G2Content(item, draft).read(set));
        references();
        // Planning and knowledge items carry their headlines further down.
        draft.at("//headline");
        draft.headline(
                item.all("headline").stream().flatMap(h -> h.line().stream()).findFirst());
        draft.at("concept/name").title(item.at("concept", "name").flatMap(XmlElement::line));
        return draft;
    }

    private void itemMeta(XmlElement meta) {
        draft.at("itemMeta/itemClass")
                .kind(meta.first("itemClass").flatMap(G2Item::code).map(G2Item::unscoped));
        draft.at("itemMeta/provider").provider(meta.first("provider").flatMap(G2Item::code));
        draft.at("itemMeta/versionCreated").updated(time(meta, "versionCreated"));
        draft.at("itemMeta/firstCreated").published(time(meta, "firstCreated"));
        draft.at("itemMeta/embargoed").embargo(time(meta, "embargoed"));
        draft.at("itemMeta/pubStatus")
                .status(meta.first("pubStatus").flatMap(G2Item::code).flatMap(WireStatus::of));
        draft.at("itemMeta/title").title(meta.first("title").flatMap(XmlElement::line));
        draft.at("itemMeta/edNote").editorialNote(meta.first("edNote").flatMap(XmlElement::line));
        draft.at("itemMeta/link");
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
        draft.at("contentMeta/urgency")
                .urgency(meta.first("urgency").flatMap(XmlElement::line).flatMap(Numbers::urgency));
        draft.at("contentMeta/contentCreated").published(time(meta, "contentCreated"));
        draft.at("contentMeta/language")
                .language(
                        meta.first("language").flatMap(l -> l.attribute("tag")).flatMap(Languages::tag));
        draft.at("contentMeta/headline").headline(words(meta, "headline"));
        draft.at("contentMeta/slugline").slugline(words(meta, "slugline"));
        draft.at("contentMeta/dateline").dateline(words(meta, "dateline"));
        draft.at("contentMeta/by").byline(words(meta, "by"));
        draft.at("contentMeta/creditline").credit(words(meta, "creditline"));
        draft.at("contentMeta/located")
                .location(
                        meta.elements("located").flatMap(l -> place(l).stream()).findFirst());
        draft.at("contentMeta/description")
                .standfirst(description(meta, "summary", "abstract", "standfirst", "deck")
                        .or(() -> plainDescription(meta)));
        draft.at("contentMeta/keyword");
        meta.elements("keyword").flatMap(k -> k.line().stream()).forEach(draft::keyword);
        draft.at("contentMeta/subject");
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
        draft.at("rightsInfo/copyrightNotice").copyright(words(rights, "copyrightNotice"));
        draft.at("rightsInfo/copyrightHolder")
                .copyright(rights.first("copyrightHolder")
                        .flatMap(h -> words(h, "name").or(() -> code(h))));
        draft.at("rightsInfo/usageTerms").usageTerms(words(rights, "usageTerms"));
    }

    /** Items that a package or a planning item names. */
    private void references() {
        draft.at("//itemRef");
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
