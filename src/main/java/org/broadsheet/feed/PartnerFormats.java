package org.broadsheet.feed;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.broadsheet.base.Settings;
import org.broadsheet.story.Byline;
import org.broadsheet.story.Correction;
import org.broadsheet.story.Story;
import org.broadsheet.story.Teaser;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A dispatch as NewsML-G2 2.34 (a news message of news items, power conformance), as ninjs 2.1 (a list), and as RSS 2.0. */
@Component
class PartnerFormats {
    static final String NEWSML = "application/vnd.iptc.g2.newsmessage+xml";
    static final String NINJS = "application/json";

    /** IPTC NewsCodes, pubstatusg2: the only word of it that RSS readers are told, for RSS has no such field. */
    private static final String CANCELED = "CANCELED";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final String paper;
    private final String base;
    private final String language;
    private final ZoneId zone;

    PartnerFormats(Settings settings) {
        this.paper = settings.paper().name();
        this.base = settings.baseUrl().toString();
        this.language = settings.paper().language().toLanguageTag();
        this.zone = settings.zone();
    }

    byte[] newsml(Dispatch dispatch) {
        Xml xml = new Xml().open("newsMessage", "xmlns", "http://iptc.org/std/nar/2006-10-01/");
        xml.open("header")
                .leaf("sent", date(dispatch.newest()))
                .leaf("sender", paper)
                .close();
        xml.open("itemSet");
        dispatch.items().forEach(item -> newsItem(xml, item));
        return xml.bytes();
    }

    private void newsItem(Xml xml, Dispatch.Item item) {
        xml.open(
                        "newsItem",
                        "guid",
                        item.guid(),
                        "version",
                        Long.toString(item.version()),
                        "standard",
                        "NewsML-G2",
                        "standardversion",
                        "2.34",
                        "conformance",
                        "power",
                        "xml:lang",
                        language(item))
                .empty("catalogRef", "href", "http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_40.xml");
        xml.open("rightsInfo")
                .open("copyrightHolder")
                .leaf("name", paper)
                .close()
                .leaf("copyrightNotice", "© " + paper)
                .close();
        switch (item) {
            case Dispatch.Offered offered -> story(xml, offered);
            case Dispatch.Canceled canceled -> itemMeta(xml, canceled, "stat:canceled", canceled.notice());
        }
        xml.close();
    }

    private void itemMeta(Xml xml, Dispatch.Item item, String status, String note) {
        xml.open("itemMeta")
                .empty("itemClass", "qcode", "ninat:text")
                .open("provider")
                .leaf("name", paper)
                .close()
                .leaf("versionCreated", date(item.at()));
        if (item instanceof Dispatch.Offered offered) {
            xml.leaf("firstCreated", date(offered.story().teaser().published()));
        }
        xml.empty("pubStatus", "qcode", status);
        if (!note.isEmpty()) {
            xml.leaf("edNote", note);
        }
        if (item instanceof Dispatch.Offered offered && !note.isEmpty() && isCorrection(offered.story())) {
            xml.empty("signal", "qcode", "sig:correction");
        }
        if (item instanceof Dispatch.Offered offered) {
            xml.empty("link", "rel", "irel:seeAlso", "href", offered.url(), "contenttype", "text/html");
        }
        xml.close();
    }

    private void story(Xml xml, Dispatch.Offered offered) {
        itemMeta(xml, offered, "stat:usable", note(offered.story()));
        Teaser teaser = offered.story().teaser();
        xml.open("contentMeta");
        teaser.bylines()
                .forEach(byline ->
                        xml.open("creator").leaf("name", byline.name()).close());
        xml.empty("language", "tag", teaser.language().tag());
        xml.open("subject").leaf("name", teaser.section().name()).close();
        teaser.topics()
                .forEach(topic -> xml.open("subject").leaf("name", topic.name()).close());
        xml.leaf("slugline", teaser.address().slug()).leaf("headline", teaser.headline());
        teaser.dateline().ifPresent(place -> xml.leaf("dateline", place));
        by(teaser).ifPresent(names -> xml.leaf("by", names));
        xml.leaf("creditline", paper);
        if (!teaser.standfirst().isEmpty()) {
            xml.leaf("description", teaser.standfirst(), "role", "drol:summary");
        }
        xml.close();
        offered.body()
                .ifPresent(body -> xml.open("contentSet")
                        .open(
                                "inlineXML",
                                "contenttype",
                                "application/xhtml+xml",
                                "wordcount",
                                Integer.toString(offered.story().words()))
                        .open("html", "xmlns", "http://www.w3.org/1999/xhtml")
                        .open("head")
                        .leaf("title", teaser.headline())
                        .close()
                        .open("body")
                        .inline(body)
                        .close()
                        .close()
                        .close()
                        .close());
    }

    byte[] ninjs(Dispatch dispatch) {
        ArrayNode list = JSON.createArrayNode();
        for (Dispatch.Item item : dispatch.items()) {
            ObjectNode node = list.addObject().put("uri", item.guid());
            node.putObject("standard")
                    .put("name", "ninjs")
                    .put("version", "2.1")
                    .put("schema", "https://www.iptc.org/std/ninjs/ninjs-schema_2.1.json");
            node.put("type", "text")
                    .put("language", language(item))
                    .put("version", Long.toString(item.version()))
                    .put("versioncreated", date(item.at()))
                    .put("copyrightholder", paper)
                    .put("copyrightnotice", "© " + paper);
            switch (item) {
                case Dispatch.Offered offered -> story(node, offered);
                case Dispatch.Canceled canceled ->
                    node.put("pubstatus", "canceled").put("ednote", JsonFeed.whole(canceled.notice()));
            }
        }
        return JSON.writeValueAsBytes(list);
    }

    private static void story(ObjectNode node, Dispatch.Offered offered) {
        Teaser teaser = offered.story().teaser();
        node.put("pubstatus", "usable").put("firstcreated", date(teaser.published()));
        node.put("slugline", teaser.address().slug());
        node.putArray("headlines")
                .addObject()
                .put("role", "main")
                .put("contenttype", "text/plain")
                .put("value", JsonFeed.whole(teaser.headline()));
        if (!teaser.standfirst().isEmpty()) {
            node.putArray("descriptions")
                    .addObject()
                    .put("role", "summary")
                    .put("contenttype", "text/plain")
                    .put("value", JsonFeed.whole(teaser.standfirst()));
        }
        by(teaser).ifPresent(names -> node.put("by", JsonFeed.whole(names)));
        teaser.dateline().ifPresent(place -> node.put("located", JsonFeed.whole(place)));
        ArrayNode subjects = node.putArray("subjects");
        subjects.addObject().put("name", JsonFeed.whole(teaser.section().name()));
        teaser.topics().forEach(topic -> subjects.addObject().put("name", JsonFeed.whole(topic.name())));
        offered.body()
                .ifPresent(body -> node.putArray("bodies")
                        .addObject()
                        .put("role", "main")
                        .put("contenttype", "text/html")
                        .put("wordcount", offered.story().words())
                        .put("value", JsonFeed.whole(body)));
        String note = note(offered.story());
        if (!note.isEmpty()) {
            node.put("ednote", JsonFeed.whole(note));
        }
    }

    byte[] rss(Dispatch dispatch) {
        return RssFeed.of(new Channel(
                "partner",
                paper,
                paper,
                paper,
                base + "/",
                base + "/syndication/rss",
                base + "/favicon.ico",
                language,
                zone,
                dispatch.newest(),
                dispatch.items().stream().map(this::entry).toList(),
                List.of()));
    }

    private Channel.Entry entry(Dispatch.Item item) {
        return switch (item) {
            case Dispatch.Offered(String guid, Instant at, String url, Story story, Optional<String> body) ->
                new Channel.Entry(
                        guid,
                        url,
                        story.teaser().headline(),
                        story.teaser().standfirst(),
                        body,
                        story.teaser().bylines().stream()
                                .map(byline -> new Channel.Person(byline.name(), ""))
                                .toList(),
                        Optional.empty(),
                        List.of(new Channel.Category(
                                "", story.teaser().section().name(), "")),
                        language(item),
                        story.teaser().published(),
                        at,
                        Optional.empty());
            case Dispatch.Canceled(String guid, Instant at, String notice) ->
                new Channel.Entry(
                        guid,
                        base + "/",
                        CANCELED,
                        notice.isEmpty() ? CANCELED : notice,
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        language,
                        at,
                        at,
                        Optional.empty());
        };
    }

    private String language(Dispatch.Item item) {
        return switch (item) {
            case Dispatch.Offered offered -> offered.story().teaser().language().tag();
            case Dispatch.Canceled _ -> language;
        };
    }

    private static Optional<String> by(Teaser teaser) {
        return Optional.of(teaser.bylines().stream().map(Byline::name).collect(Collectors.joining(", ")))
                .filter(names -> !names.isEmpty());
    }

    /** The last correction, if there is one. */
    private static String note(Story story) {
        return story.corrections().isEmpty()
                ? ""
                : story.corrections().getLast().note();
    }

    /** Whether the correction is what changed. */
    private static boolean isCorrection(Story story) {
        Correction last = story.corrections().getLast();
        return !last.noted().isBefore(story.teaser().updated());
    }

    private static String date(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
