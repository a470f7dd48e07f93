package org.broadsheet.feed;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * RSS 2.0.11 with the modules that readers' programs know: content, dc, dcterms, media and atom (its link to itself, as
 * the RSS Advisory Board's profile asks).
 */
final class RssFeed {
    static final String TYPE = "application/rss+xml; charset=utf-8";

    private static final DateTimeFormatter RFC_822 =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ROOT);

    private RssFeed() {}

    static byte[] of(Channel channel) {
        Xml xml = new Xml()
                .open(
                        "rss",
                        "version",
                        "2.0",
                        "xmlns:atom",
                        "http://www.w3.org/2005/Atom",
                        "xmlns:content",
                        "http://purl.org/rss/1.0/modules/content/",
                        "xmlns:dc",
                        "http://purl.org/dc/elements/1.1/",
                        "xmlns:dcterms",
                        "http://purl.org/dc/terms/",
                        "xmlns:media",
                        "http://search.yahoo.com/mrss/")
                .open("channel")
                .leaf("title", channel.title())
                .leaf("link", channel.home())
                .leaf("description", channel.description())
                .leaf("language", channel.language())
                .leaf("lastBuildDate", date(channel.updated(), channel.zone()))
                .leaf("generator", "Broadsheet")
                .leaf("docs", "https://www.rssboard.org/rss-specification")
                .leaf("ttl", "5")
                .empty("atom:link", "href", channel.self(), "rel", "self", "type", "application/rss+xml");
        channel.entries().forEach(entry -> item(xml, entry, channel.zone()));
        return xml.bytes();
    }

    private static void item(Xml xml, Channel.Entry entry, ZoneId zone) {
        xml.open("item")
                .leaf("title", entry.title())
                .leaf("link", entry.url())
                .leaf("guid", entry.id(), "isPermaLink", "false")
                .leaf("description", entry.summary())
                .leaf("pubDate", date(entry.published(), zone));
        if (entry.updated().isAfter(entry.published())) {
            xml.leaf("dcterms:modified", AtomFeed.date(entry.updated(), zone));
        }
        entry.people().forEach(person -> xml.leaf("dc:creator", person.name()));
        entry.agency().ifPresent(agency -> xml.leaf("dc:source", agency));
        xml.leaf("dc:language", entry.language());
        entry.categories().forEach(category -> xml.leaf("category", category.name()));
        entry.image().ifPresent(image -> image(xml, image));
        entry.html().ifPresent(html -> xml.leaf("content:encoded", html));
        xml.close();
    }

    private static void image(Xml xml, Channel.Image image) {
        xml.empty("enclosure", "url", image.url(), "length", Integer.toString(image.bytes()), "type", image.type());
        xml.open(
                "media:content",
                "url",
                image.url(),
                "fileSize",
                Integer.toString(image.bytes()),
                "type",
                image.type(),
                "medium",
                "image",
                "width",
                Integer.toString(image.width()),
                "height",
                Integer.toString(image.height()));
        if (!image.caption().isEmpty()) {
            xml.leaf("media:description", image.caption(), "type", "plain");
        }
        if (!image.credit().isEmpty()) {
            xml.leaf("media:credit", image.credit(), "role", "photographer", "scheme", "urn:ebu");
        }
        xml.close();
    }

    static String date(Instant instant, ZoneId zone) {
        return RFC_822.format(instant.atZone(zone));
    }
}
