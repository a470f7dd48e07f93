package org.broadsheet.wire.format.json;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.broadsheet.wire.WireDraft;
import org.broadsheet.wire.WireLink;
import org.broadsheet.wire.WirePicture;
import org.broadsheet.wire.WireStatus;
import org.broadsheet.wire.WireSubject;
import org.broadsheet.wire.format.text.Languages;
import org.broadsheet.wire.format.text.Numbers;
import org.broadsheet.wire.format.text.Prose;
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
        draft.guid(fields.text("uri", "guid")).version(fields.text("version"));
        draft.kind(fields.text("type"));
        draft.headline(valued("headlines").or(() -> fields.text("headline").flatMap(Prose::line)));
        draft.title(fields.line("title")).slugline(fields.line("slugline"));
        draft.language(fields.text("language").flatMap(Languages::tag));
        draft.status(fields.text("pubStatus", "pubstatus").flatMap(WireStatus::of));
        draft.embargo(fields.time("embargoed"));
        draft.published(
                fields.time("firstCreated", "firstcreated", "firstpublished", "contentCreated", "contentcreated"));
        draft.updated(fields.time("versionCreated", "versioncreated"));
        draft.published(fields.time("versionCreated", "versioncreated"));
        draft.urgency(fields.text("urgency").flatMap(Numbers::urgency));
        draft.byline(fields.line("by", "byline"));
        draft.dateline(fields.line("dateline").or(() -> new Fields(node.path("dateline")).line("text")));
        draft.dateline(fields.line("located")).location(fields.line("located"));
        sources();
        draft.usageTerms(fields.line("usageTerms", "usageterms"));
        draft.copyright(fields.line("copyrightNotice", "copyrightnotice", "copyrightHolder", "copyrightholder"));
        draft.editorialNote(fields.line("edNote", "ednote"));
        draft.standfirst(valued("descriptions")
                .or(() -> fields.line("description_text"))
                .or(() -> fields.text("description_html", "description_xhtml").flatMap(Prose::line)));
        new NinjsBody(node, draft).read();
        concepts();
        picture(node).ifPresent(draft::picture);
        fields.each("associations").forEach(this::association);
        rest();
        return draft;
    }

    private void sources() {
        Optional<String> named = fields.each("infoSources", "infosources", "infosource").stream()
                .flatMap(s -> new Fields(s).line("name").stream())
                .findFirst();
        draft.credit(fields.line("creditline")).credit(named).credit(fields.line("source"));
        draft.provider(fields.line("provider", "source")).provider(named);
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
                        draft.subject(new WireSubject(code.orElse(""), name, kind));
                    }
                }));
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
