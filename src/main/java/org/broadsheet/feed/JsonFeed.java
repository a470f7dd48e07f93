package org.broadsheet.feed;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON Feed 1.1. */
final class JsonFeed {
    static final String TYPE = "application/feed+json";

    private static final JsonMapper JSON = JsonMapper.shared();

    private JsonFeed() {}

    static byte[] of(Channel channel) {
        ObjectNode feed = JSON.createObjectNode();
        feed.put("version", "https://jsonfeed.org/version/1.1")
                .put("title", whole(channel.title()))
                .put("home_page_url", channel.home())
                .put("feed_url", channel.self())
                .put("description", whole(channel.description()))
                .put("favicon", channel.icon())
                .put("language", channel.language());
        people(feed, List.of(new Channel.Person(channel.paper(), "")));
        ArrayNode items = feed.putArray("items");
        channel.entries().forEach(entry -> item(items.addObject(), entry, channel));
        return JSON.writeValueAsBytes(feed);
    }

    /** A bare array of paths. */
    static byte[] paths(List<String> paths) {
        return JSON.writeValueAsBytes(paths);
    }

    private static void item(ObjectNode item, Channel.Entry entry, Channel channel) {
        item.put("id", entry.id()).put("url", entry.url()).put("title", whole(entry.title()));
        if (!entry.summary().isEmpty()) {
            item.put("summary", whole(entry.summary()));
        }
        entry.html()
                .ifPresentOrElse(
                        html -> item.put("content_html", whole(html)),
                        () -> item.put(
                                "content_text", whole(entry.summary().isEmpty() ? entry.title() : entry.summary())));
        item.put("date_published", AtomFeed.date(entry.published(), channel.zone()))
                .put("date_modified", AtomFeed.date(entry.updated(), channel.zone()))
                .put("language", entry.language());
        people(item, entry.people());
        ArrayNode tags = item.putArray("tags");
        entry.categories().forEach(category -> tags.add(category.name()));
        entry.image().ifPresent(image -> {
            item.put("image", image.url());
            ObjectNode attachment = item.putArray("attachments").addObject();
            attachment.put("url", image.url()).put("mime_type", image.type()).put("size_in_bytes", image.bytes());
            if (!image.caption().isEmpty()) {
                attachment.put("title", whole(image.caption()));
            }
        });
    }

    private static void people(ObjectNode owner, List<Channel.Person> people) {
        if (people.isEmpty()) {
            return;
        }
        ArrayNode authors = owner.putArray("authors");
        for (Channel.Person person : people) {
            ObjectNode author = authors.addObject().put("name", whole(person.name()));
            if (!person.url().isEmpty()) {
                author.put("url", person.url());
            }
        }
    }

    /** Without lone halves of characters, which UTF-8 cannot hold. */
    static String whole(String text) {
        if (text.codePoints().noneMatch(c -> c >= 0xd800 && c <= 0xdfff)) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().filter(c -> c < 0xd800 || c > 0xdfff).forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
