package org.broadsheet.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.broadsheet.testing.Draft;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FeedWritersTest {
    private static final Instant NOON = Instant.parse("2026-01-03T05:00:00Z");
    private static final String BASE = "https://paper.test";

    @Test
    void naughty_strings_come_through_feeds_unchanged() throws Exception {
        JsonNode list =
                JsonMapper.shared().readTree(Files.readString(Path.of("../shared/corpus/urls-unicode/blns.json")));
        List<String> naughty = new ArrayList<>();
        list.forEach(each -> naughty.add(Draft.of(each.asString()).copy().headline()));
        for (String text : naughty) {
            Channel.Entry entry = entry(text);
            Channel channel = new Channel(
                    "tag:paper.test,2026:feed",
                    text,
                    text,
                    text,
                    BASE,
                    BASE,
                    BASE,
                    "en",
                    ZoneOffset.UTC,
                    NOON,
                    List.of(entry),
                    List.of());
            String xmlKept = text.codePoints()
                    .filter(c -> c >= 0x20 && c != 0xfffe && c != 0xffff)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            assertThat(text(first(RssFeed.of(channel), "item"), "title")).isEqualTo(xmlKept);
            assertThat(text(first(AtomFeed.of(channel), "entry"), "content")).isEqualTo(xmlKept);
            assertThat(JsonMapper.shared()
                            .readTree(JsonFeed.of(channel))
                            .get("items")
                            .get(0)
                            .get("title")
                            .asString())
                    .isEqualTo(text);
        }
    }

    @Test
    void characters_that_xml_cannot_hold_are_left_out() throws Exception {
        byte[] feed = new Xml()
                .open("a", "b", "x\u0000\u000b\ufffe\"<y")
                .leaf("c", "\ud800\u0001<&>]]>\uffffz")
                .bytes();
        Document read =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(feed));
        assertThat(read.getDocumentElement().getAttribute("b")).isEqualTo("x\"<y");
        assertThat(read.getElementsByTagName("c").item(0).getTextContent()).isEqualTo("<&>]]>z");
    }

    private static Channel.Entry entry(String text) {
        return new Channel.Entry(
                "tag:paper.test,2026:1",
                BASE,
                text,
                text,
                Optional.of(text),
                List.of(new Channel.Person(text, "")),
                Optional.of(text),
                List.of(),
                "en",
                NOON,
                NOON,
                Optional.empty());
    }

    private static Element first(byte[] feed, String element) throws Exception {
        return (Element) xml(new String(feed, StandardCharsets.UTF_8))
                .getElementsByTagName(element)
                .item(0);
    }

    private static Document xml(String text) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(Element parent, String name) {
        return parent.getElementsByTagName(name).item(0).getTextContent();
    }
}
