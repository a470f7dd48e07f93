package org.broadsheet.wire.format.json;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.broadsheet.wire.format.text.Languages;
import org.broadsheet.wire.format.text.Numbers;
import org.broadsheet.wire.format.text.Prose;
import org.broadsheet.wire.item.WireDraft;
import org.broadsheet.wire.item.WireLink;
import org.broadsheet.wire.item.WirePicture;
import org.broadsheet.wire.item.WireStatus;
import org.broadsheet.wire.item.WireSubject;
import tools.jackson.databind.JsonNode;

/** One ninjs item. Where a name has two spellings the first is that of version 2 and later. */
final class NinjsItem {
    private static final Map<String, String> CONCEPTS = Map.ofEntries(
            Map.entry("subjects", "subject"),
            Map.entry("subject", "subject"),
            Map.entry("people", "person"),
            Map.entry("person", "person"),
            Map.entry("organisations", "organisation"),
            Map.entry("organisation", "organisation"),
            Map.entry("places", "place"),
            Map.entry("place", "place"),
            Map.entry("objects", "object"),
            Map.entry("object", "object"),
            Map.entry("events", "event"),
            Map.entry("event", "event"),
            Map.entry("genres", "genre"),
            Map.entry("genre", "genre"),
            Map.entry("service", "service"));

    private static final Set<String> MAPPED = Set.of(
            "uri",
            "guid",
            "version",
            "type",
            "headline",
            "title",
            "slugline",
            "language",
            "pubStatus",
            "pubstatus",
            "embargoed",
            "firstCreated",
            "firstcreated",
            "firstpublished",
            "versionCreated",
            "versioncreated",
            "urgency",
            "by",
            "byline",
            "dateline",
            "located",
            "creditline",
            "usageTerms",
            "usageterms",
            "copyrightNotice",
            "copyrightnotice",
            "edNote",
            "ednote",
            "body_html",
            "body_xhtml",
            "body_text",
            "description_text",
            "description_html",
            "description_xhtml");

    private final JsonNode node;
    private final Fields fields;
    private final WireDraft draft = new WireDraft();

    NinjsItem(JsonNode node) {
        this.node = node;
        this.fields = new Fields(node);
    }

    WireDraft read() {
        at("uri", "guid").guid(fields.text("uri", "guid"));
        at("version").version(fields.text("version"));
        at("type").kind(fields.text("type"));
        at("headlines").headline(valued("headlines"));
        at("headline").headline(fields.text("headline").flatMap(Prose::line));
        at("title").title(fields.line("title"));
        at("slugline").slugline(fields.line("slugline"));
        at("language").language(fields.text("language").flatMap(Languages::tag));
        at("pubStatus", "pubstatus")
                .status(fields.text("pubStatus", "pubstatus").flatMap(WireStatus::of));
        at("urgency").urgency(fields.text("urgency").flatMap(Numbers::urgency));
        times();
        places();
        sources();
        rights();
        at("descriptions").standfirst(valued("descriptions"));
        at("description_text").standfirst(fields.line("description_text"));
        at("description_html", "description_xhtml")
                .standfirst(fields.text("description_html", "description_xhtml").flatMap(Prose::line));
        new NinjsBody(node, draft).read();
        concepts();
        draft.at("renditions");
        picture(node).ifPresent(draft::picture);
        draft.at("associations");
        fields.each("associations").forEach(this::association);
        rest();
        return draft;
    }

    /** Names the first of these that says something as where the next value stands. */
    private WireDraft at(String... names) {
        return draft.at(Stream.of(names)
                .filter(n -> fields.text(n).isPresent())
                .findFirst()
                .orElse(names[0]));
    }

    private void times() {
        at("embargoed").embargo(fields.time("embargoed"));
        String[] first = {"firstCreated", "firstcreated", "firstpublished", "contentCreated", "contentcreated"};
        at(first).published(fields.time(first));
        at("versionCreated", "versioncreated")
                .updated(fields.time("versionCreated", "versioncreated"))
                .published(fields.time("versionCreated", "versioncreated"));
    }

    private void places() {
        at("by", "byline").byline(fields.line("by", "byline"));
        at("dateline").dateline(fields.line("dateline").or(() -> new Fields(node.path("dateline")).line("text")));
        at("located").dateline(fields.line("located")).location(fields.line("located"));
    }

    private void rights() {
        at("usageTerms", "usageterms").usageTerms(fields.line("usageTerms", "usageterms"));
        String[] owner = {"copyrightNotice", "copyrightnotice", "copyrightHolder", "copyrightholder"};
        at(owner).copyright(fields.line(owner));
        at("edNote", "ednote").editorialNote(fields.line("edNote", "ednote"));
    }

    private void sources() {
        Optional<String> named = fields.each("infoSources", "infosources", "infosource").stream()
                .flatMap(s -> new Fields(s).line("name").stream())
                .findFirst();
        at("creditline").credit(fields.line("creditline"));
        at("infoSources", "infosources", "infosource").credit(named);
        at("source").credit(fields.line("source"));
        at("provider", "source").provider(fields.line("provider", "source"));
        at("infoSources", "infosources", "infosource").provider(named);
    }

    /** The main one of several headlines or descriptions, else the first. */
    private Optional<String> valued(String name) {
        List<JsonNode> all = fields.each(name);
        return Stream.concat(
                        all.stream().filter(v -> v.path("role").asString("").equals("main")), all.stream())
                .flatMap(v -> new Fields(v).text("value").flatMap(Prose::line).stream())
                .findFirst();
    }

    private void concepts() {
        CONCEPTS.forEach((field, kind) -> fields.each(field).stream()
                .map(Fields::new)
                .forEach(c -> {
                    Optional<String> code = c.text("uri", "code", "qcode");
                    Optional<String> name = c.line("name");
                    if (code.isPresent() || name.isPresent()) {
                        draft.at(field).subject(new WireSubject(code.orElse(""), name, kind));
                    }
                }));
        draft.at("keywords");
        fields.words("keywords").flatMap(k -> Prose.oneLine(k).stream()).forEach(draft::keyword);
    }

    private void association(JsonNode other) {
        Optional<WirePicture> picture = picture(other);
        picture.ifPresent(draft::picture);
        Fields its = new Fields(other);
        its.text("uri", "guid")
                .ifPresent(uri -> draft.link(new WireLink(
                        its.text("type").orElse("item"), uri, its.line("headline", "title"), its.text("mimetype"))));
    }

    /** The largest rendition of a picture, with the words that stand beside it. */
    private static Optional<WirePicture> picture(JsonNode item) {
        Fields its = new Fields(item);
        String type = its.text("type").orElse("");
        if (!type.equals("picture") && !type.equals("graphic") && !type.equals("image")) {
            return Optional.empty();
        }
        Optional<String> caption = its.line("description_text")
                .or(() -> its.text("description_html", "description_xhtml").flatMap(Prose::line))
                .or(() -> new NinjsItem(item).valued("descriptions"))
                .or(() -> its.line("body_text"));
        Optional<String> credit = its.line("creditline", "by", "byline");
        return its.each("renditions").stream()
                .filter(JsonNode::isObject)
                .flatMap(r -> rendition(new Fields(r)).stream())
                .max(Comparator.comparingLong(WirePicture::area))
                .map(p -> p.described(caption, credit, its.line("copyrightNotice", "copyrightnotice"))
                        .saying(its.line("altText", "alt_text")));
    }

    private static Optional<WirePicture> rendition(Fields r) {
        return r.text("href")
                .map(href -> WirePicture.at(href)
                        .sized(r.pixels("width"), r.pixels("height"), r.text("contentType", "mimetype", "mimeType")));
    }

    private void rest() {
        node.properties().forEach(field -> {
            if (!MAPPED.contains(field.getKey())) {
                Fields.words(field.getValue()).ifPresent(value -> draft.unmapped(field.getKey(), value));
            }
        });
    }
}
