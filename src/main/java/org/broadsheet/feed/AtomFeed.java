package org.broadsheet.feed;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Atom 1.0 (RFC 4287); stories that were taken back are told as deleted entries (RFC 6721). */
final class AtomFeed {
    static final String TYPE = "application/atom+xml; charset=utf-8";

    private AtomFeed() {}

    static byte[] of(Channel channel) {
        Xml xml = new Xml()
                .open(
                        "feed",
                        "xmlns",
                        "http://www.w3.org/2005/Atom",
                        "xmlns:at",
                        "http://purl.org/atompub/tombstones/1.0",
                        "xml:lang",
                        channel.language())
                .leaf("id", channel.id())
                .leaf("title", channel.title())
                .leaf("subtitle", channel.description())
                .leaf("updated", date(channel.updated(), channel.zone()))
                .open("author")
                .leaf("name", channel.paper())
                .close()
                .empty("link", "rel", "self", "type", "application/atom+xml", "href", channel.self())
                .empty("link", "rel", "alternate", "type", "text/html", "href", channel.home())
                .leaf("icon", channel.icon())
                .leaf("generator", "Broadsheet");
        channel.gone()
                .forEach(gone ->
                        xml.empty("at:deleted-entry", "ref", gone.id(), "when", date(gone.when(), channel.zone())));
        channel.entries().forEach(entry -> entry(xml, entry, channel));
        return xml.bytes();
    }

    private static void entry(Xml xml, Channel.Entry entry, Channel channel) {
        xml.open("entry", "xml:lang", entry.language())
                .leaf("id", entry.id())
                .leaf("title", entry.title())
                .leaf("published", date(entry.published(), channel.zone()))
                .leaf("updated", date(entry.updated(), channel.zone()))
                .empty("link", "rel", "alternate", "type", "text/html", "href", entry.url());
        for (Channel.Person person : entry.people()) {
            xml.open("author").leaf("name", person.name());
            if (!person.url().isEmpty()) {
                xml.leaf("uri", person.url());
            }
            xml.close();
        }
        entry.agency()
                .ifPresent(
                        agency -> xml.open("contributor").leaf("name", agency).close());
        entry.categories()
                .forEach(category -> xml.empty(
                        "category", "term", category.term(), "scheme", category.url(), "label", category.name()));
        entry.image()
                .ifPresent(image -> xml.empty(
                        "link",
                        "rel",
                        "enclosure",
                        "type",
                        image.type(),
                        "length",
                        Integer.toString(image.bytes()),
                        "href",
                        image.url(),
                        "title",
                        said(image)));
        xml.leaf("summary", entry.summary());
        entry.html().ifPresent(html -> xml.leaf("content", html, "type", "html"));
        xml.close();
    }

    private static String said(Channel.Image image) {
        return image.credit().isEmpty() ? image.caption() : (image.caption() + " (" + image.credit() + ")").strip();
    }

    /** RFC 3339, to the second, in the paper's zone. */
    static String date(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                instant.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
    }
}
