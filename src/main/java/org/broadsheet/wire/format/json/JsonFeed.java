package org.broadsheet.wire.format.json;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.broadsheet.wire.format.Content;
import org.broadsheet.wire.format.WireFormat;
import org.broadsheet.wire.format.text.Addresses;
import org.broadsheet.wire.format.text.Languages;
import org.broadsheet.wire.format.text.Prose;
import org.broadsheet.wire.item.WireDraft;
import org.broadsheet.wire.item.WireItem;
import org.broadsheet.wire.item.WireLink;
import org.broadsheet.wire.item.WirePicture;
import org.broadsheet.wire.item.WireSubject;
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
        draft.at("items/id").guid(item.text("id")).at("items/url").guid(item.text("url"));
        draft.at("items/title").headline(item.line("title"));
        draft.at("items/language").language(item.text("language").flatMap(Languages::tag));
        draft.at("language").language(feed.text("language").flatMap(Languages::tag));
        draft.at("items/date_modified").updated(item.time("date_modified"));
        draft.at("items/date_published").published(item.time("date_published")).updated(item.time("date_published"));
        draft.at("items/authors").byline(byline(item)).at("authors").byline(byline(feed));
        draft.at("title").provider(feed.line("title"));
        draft.at("items/summary").standfirst(item.line("summary"));
        draft.at(Stream.of("items/content_html", "items/content_text")
                .filter(n -> item.text(n.substring(6)).isPresent())
                .findFirst()
                .orElse("items/summary"));
        Prose prose = item.text("content_html")
                .map(html -> Prose.ofHtml(html, base))
                .or(() -> item.text("content_text").map(Prose::ofText))
                .or(() -> item.text("summary").map(Prose::ofText))
                .orElse(Prose.NONE);
        draft.body(prose.html(), prose.paragraphs());
        pictures(item, prose, base, draft);
        draft.at("items/tags");
        item.words("tags").forEach(t -> draft.subject(new WireSubject("", Optional.of(t), "category")));
        draft.at("items/url");
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
        draft.at("items/image");
        item.text("image", "banner_image")
                .flatMap(i -> Addresses.resolve(base, i))
                .ifPresent(i -> draft.picture(WirePicture.at(i)));
        draft.at("items/content_html");
        prose.pictures().forEach(draft::picture);
        draft.at("items/attachments");
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
