package org.broadsheet.wire.format.json;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.broadsheet.wire.WireDraft;
import org.broadsheet.wire.WireItem;
import org.broadsheet.wire.WireLink;
import org.broadsheet.wire.WirePicture;
import org.broadsheet.wire.WireSubject;
import org.broadsheet.wire.format.Content;
import org.broadsheet.wire.format.WireFormat;
import org.broadsheet.wire.format.text.Addresses;
import org.broadsheet.wire.format.text.Languages;
import org.broadsheet.wire.format.text.Prose;
import tools.jackson.databind.JsonNode;

/** JSON Feed, versions 1.0 and 1.1. */
public final class JsonFeed implements WireFormat {
    @Override
    public String name(Content content) {
        String version = ((Content.Json) content).root().path("version").asString("");
        return version.endsWith("/1.1") ? "json-feed-1.1" : "json-feed-1.0";
    }

    @Override
    public boolean claims(Content content) {
        return content instanceof Content.Json json
                && json.root().path("items").isArray()
                && (json.root().path("version").asString("").contains("jsonfeed.org")
                        || json.root().has("title"));
    }

    @Override
    public List<WireItem> read(Content content) {
        Fields feed = new Fields(((Content.Json) content).root());
        List<WireItem> items = new ArrayList<>();
        for (JsonNode item : feed.each("items")) {
            if (item.isObject()) {
                items.add(item(new Fields(item), feed, "sha256:" + content.hash() + "#" + items.size()));
            }
        }
        return List.copyOf(items);
    }

    private static WireItem item(Fields item, Fields feed, String fallback) {
        Optional<URI> base =
                item.text("url").or(() -> feed.text("home_page_url")).flatMap(Addresses::base);
        WireDraft draft = new WireDraft();
        draft.guid(item.text("id", "url"));
        draft.headline(item.line("title"));
        draft.language(item.text("language").or(() -> feed.text("language")).flatMap(Languages::tag));
        draft.published(item.time("date_published")).updated(item.time("date_modified", "date_published"));
        draft.byline(byline(item).or(() -> byline(feed)));
        draft.provider(feed.line("title"));
        draft.standfirst(item.line("summary"));
        Prose prose = item.text("content_html")
                .map(html -> Prose.ofHtml(html, base))
                .or(() -> item.text("content_text").map(Prose::ofText))
                .or(() -> item.text("summary").map(Prose::ofText))
                .orElse(Prose.NONE);
        draft.body(prose.html(), prose.paragraphs());
        pictures(item, prose, base, draft);
        item.words("tags").forEach(t -> draft.subject(new WireSubject("", Optional.of(t), "category")));
        Stream.of("url", "external_url")
                .forEach(name -> item.text(name)
                        .ifPresent(url -> draft.link(new WireLink(
                                name.equals("url") ? "alternate" : "related",
                                url,
                                Optional.empty(),
                                Optional.empty()))));
        return draft.item(fallback);
    }

    private static void pictures(Fields item, Prose prose, Optional<URI> base, WireDraft draft) {
        item.text("image", "banner_image")
                .flatMap(i -> Addresses.resolve(base, i))
                .ifPresent(i -> draft.picture(WirePicture.at(i)));
        prose.pictures().forEach(draft::picture);
        for (JsonNode attachment : item.each("attachments")) {
            Fields a = new Fields(attachment);
            Optional<String> type = a.text("mime_type");
            a.text("url").ifPresent(url -> {
                draft.link(new WireLink("enclosure", url, a.line("title"), type));
                if (type.filter(t -> t.startsWith("image/")).isPresent()) {
                    draft.picture(WirePicture.at(url).sized(Optional.empty(), Optional.empty(), type));
                }
            });
        }
    }

    /** Version 1.1 has a list of authors, 1.0 one. */
    private static Optional<String> byline(Fields fields) {
        return Stream.concat(
                        fields.each("authors").stream(), Stream.of(fields.node().path("author")))
                .flatMap(a -> new Fields(a).line("name").stream())
                .distinct()
                .reduce((a, b) -> a + ", " + b);
    }
}
