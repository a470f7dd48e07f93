package org.broadsheet.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.broadsheet.story.InPrint;
import org.broadsheet.story.Reach;
import org.broadsheet.story.Section;
import org.broadsheet.story.Stories;
import org.broadsheet.story.StoryId;
import org.broadsheet.story.Teaser;
import org.broadsheet.testing.Draft;
import org.broadsheet.testing.TestPaper;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FeedsPageTest {
    private static final Instant NOON = Instant.parse("2026-01-03T05:00:00Z");
    private static final String BASE = "https://paper.test";
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String SECRET = "the council quietly moved nine premium words out of sight ";

    @RegisterExtension
    static final TestPaper paper = TestPaper.start(Map.of("BASE_URL", BASE, "NAME", "The <Test> & Record"));

    private static InPrint inPrint;
    private static Stories stories;
    private static StoryId open;
    private static StoryId gone;

    @BeforeAll
    static void print() {
        stories = paper.door(Stories.class);
        inPrint = paper.door(InPrint.class);
        stories.section(new Section("news", "News & Views", 1));
        stories.section(new Section("sport", "Sport", 2));
        open = Draft.of("Open <story> & \"more\"")
                .standfirst("What it <is> & isn't.")
                .html("<p>First <a href=\"/news\">ours</a> &amp; <a"
                        + " href=\"https://other.test/?a=1&amp;b\">theirs</a>.</p><p>]]&gt; second</p>")
                .topics("Open Data")
                .by("Ana Wijaya", "Ben <O'Brien>")
                .print(stories, NOON);
        for (Reach reach : List.of(Reach.METERED, Reach.SUBSCRIBERS)) {
            Draft.of("Guarded " + reach)
                    .standfirst("Open standfirst.")
                    .body(SECRET.repeat(30))
                    .reaching(reach)
                    .section("sport")
                    .print(stories, NOON.plusSeconds(60));
        }
        gone = Draft.of("Taken back").print(stories, NOON.plusSeconds(120));
        stories.withdraw(gone, "It was wrong.", NOON.plusSeconds(180));
        stories.correct(open, "An earlier version was wrong.", Draft.EDITOR, NOON.plusSeconds(240));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/feed.xml", "/atom.xml", "/news/feed.xml", "/sport/feed.xml", "/news/atom.xml"})
    void rome_reads_every_feed_back(String path) throws Exception {
        HttpResponse<String> answer = paper.get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        SyndFeed feed = new SyndFeedInput().build(new StringReader(answer.body()));
        assertThat(feed.getTitle()).contains("The <Test> & Record");
        assertThat(feed.getEntries()).isNotEmpty();
        for (SyndEntry entry : feed.getEntries()) {
            assertThat(entry.getLink()).startsWith(BASE + "/");
            assertThat(entry.getTitle()).isNotBlank();
            assertThat(entry.getPublishedDate()).isNotNull();
            assertThat(entry.getUri()).startsWith("tag:paper.test,2026-01-03:story/");
        }
    }

    @Test
    void rss_says_what_the_specification_and_the_advisory_boards_profile_ask_for() throws Exception {
        HttpResponse<String> answer = paper.get("/feed.xml");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/rss+xml; charset=utf-8");
        Document feed = xml(answer.body());
        Element channel = (Element) feed.getElementsByTagName("channel").item(0);
        for (String needed : List.of("title", "link", "description", "language", "lastBuildDate")) {
            assertThat(text(channel, needed)).as(needed).isNotBlank();
        }
        Element self = (Element) feed.getElementsByTagNameNS(ATOM, "link").item(0);
        assertThat(self.getAttribute("href")).isEqualTo(BASE + "/feed.xml");
        assertThat(self.getAttribute("rel")).isEqualTo("self");
        Element item = item(feed, "item", open);
        assertThat(text(item, "title")).isEqualTo("Open <story> & \"more\"");
        assertThat(text(item, "description")).isEqualTo("What it <is> & isn't.");
        assertThat(text(item, "pubDate")).matches("\\w{3}, \\d{2} \\w{3} \\d{4} \\d{2}:\\d{2}:\\d{2} [+-]\\d{4}");
        assertThat(text(item, "dc:creator")).isEqualTo("Ana Wijaya");
        assertThat(item.getElementsByTagName("category").getLength()).isEqualTo(2);
        assertThat(((Element) item.getElementsByTagName("guid").item(0)).getAttribute("isPermaLink"))
                .isEqualTo("false");
        String html = text(item, "content:encoded");
        assertThat(html)
                .contains("href=\"" + BASE + "/news\"")
                .contains("]]")
                .contains("An earlier version was wrong.");
        assertThat(Jsoup.parseBodyFragment(html).select("a").eachAttr("href"))
                .containsExactly(BASE + "/news", "https://other.test/?a=1&b");
    }

    @Test
    void atom_says_what_rfc_4287_asks_for_and_names_what_was_taken_back() throws Exception {
        HttpResponse<String> answer = paper.get("/atom.xml");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/atom+xml; charset=utf-8");
        Document feed = xml(answer.body());
        Element root = feed.getDocumentElement();
        assertThat(root.getNamespaceURI()).isEqualTo(ATOM);
        Set<String> ids = new HashSet<>();
        NodeList entries = feed.getElementsByTagNameNS(ATOM, "entry");
        assertThat(entries.getLength()).isEqualTo(3);
        for (int i = 0; i < entries.getLength(); i++) {
            Element entry = (Element) entries.item(i);
            for (String needed : List.of("id", "title", "updated", "published", "summary")) {
                assertThat(entry.getElementsByTagName(needed).getLength())
                        .as(needed)
                        .isEqualTo(1);
            }
            OffsetDateTime published = OffsetDateTime.parse(text(entry, "published"));
            assertThat(OffsetDateTime.parse(text(entry, "updated"))).isAfterOrEqualTo(published);
            assertThat(ids.add(text(entry, "id"))).isTrue();
        }
        assertThat(root.getElementsByTagName("author").getLength()).isPositive();
        Element deleted =
                (Element) feed.getElementsByTagNameNS("http://purl.org/atompub/tombstones/1.0", "deleted-entry")
                        .item(0);
        assertThat(deleted.getAttribute("ref")).endsWith(":story/" + gone);
        assertThat(Instant.from(OffsetDateTime.parse(deleted.getAttribute("when"))))
                .isEqualTo(NOON.plusSeconds(180));
    }

    @Test
    void the_json_feed_is_of_version_1_1() {
        HttpResponse<String> answer = paper.get("/feed.json");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/feed+json");
        JsonNode feed = JsonMapper.shared().readTree(answer.body());
        assertThat(feed.get("version").asString()).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(feed.get("feed_url").asString()).isEqualTo(BASE + "/feed.json");
        assertThat(feed.get("items").size()).isEqualTo(3);
        for (JsonNode item : feed.get("items")) {
            assertThat(item.get("id").asString()).startsWith("tag:");
            assertThat(item.has("content_html") != item.has("content_text")).isTrue();
            OffsetDateTime.parse(item.get("date_published").asString());
            OffsetDateTime.parse(item.get("date_modified").asString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/feed.xml",
                "/atom.xml",
                "/feed.json",
                "/sport/feed.xml",
                "/sport/atom.xml",
                "/sport/feed.json",
                "/sitemap.xml",
                "/sitemap-2026-01.xml",
                "/news-sitemap.xml",
                "/robots.txt",
                "/search?q=council",
                "/search?q=%22premium+words%22",
                "/search?q=guarded"
            })
    void nothing_public_holds_three_words_in_a_row_of_guarded_text(String path) {
        String body = paper.get(path).body();
        String[] words = SECRET.strip().split(" ");
        for (int i = 0; i + 3 <= words.length; i++) {
            assertThat(body).doesNotContain(String.join(" ", List.of(words).subList(i, i + 3)));
        }
    }

    @Test
    void sitemaps_list_every_story_once_with_the_time_it_last_changed() throws Exception {
        Document index = xml(paper.get("/sitemap.xml").body());
        List<String> parts = texts(index, "loc");
        assertThat(parts).containsExactly(BASE + "/sitemap-paper.xml", BASE + "/sitemap-2026-01.xml");
        Document month = xml(paper.get("/sitemap-2026-01.xml").body());
        Teaser story = inPrint.story(open).orElseThrow().teaser();
        assertThat(texts(month, "loc")).hasSize(3).contains(BASE + story.path());
        assertThat(texts(month, "lastmod").stream().map(OffsetDateTime::parse).map(Instant::from))
                .contains(NOON.plusSeconds(240));
        assertThat(texts(xml(paper.get("/sitemap-paper.xml").body()), "loc"))
                .containsExactly(BASE + "/", BASE + "/news", BASE + "/sport");
        assertThat(paper.get("/sitemap-2026-02.xml").statusCode()).isEqualTo(404);
        assertThat(paper.get("/sitemap-2026-13.xml").statusCode()).isEqualTo(404);
        assertThat(paper.get("/nowhere/feed.xml").statusCode()).isEqualTo(404);
    }

    @Test
    void the_news_sitemap_holds_the_last_two_days_alone() throws Exception {
        StoryId fresh = Draft.of("Fresh & new").print(stories, Instant.now().minusSeconds(600));
        String path = inPrint.story(fresh).orElseThrow().teaser().path();
        HttpResponse<String> answer = paper.get("/news-sitemap.xml");
        assertThat(texts(xml(answer.body()), "loc")).containsExactly(BASE + path);
        assertThat(texts(xml(answer.body()), "news:title")).containsExactly("Fresh & new");
        HttpRequest again = HttpRequest.newBuilder(paper.at("/news-sitemap.xml"))
                .header("If-None-Match", answer.headers().firstValue("ETag").orElseThrow())
                .build();
        assertThat(paper.send(again).statusCode()).isEqualTo(304);
        stories.withdraw(fresh, "", Instant.now());
    }

    @Test
    void robots_are_told_where_the_sitemaps_are() {
        HttpResponse<String> answer = paper.get("/robots.txt");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
        assertThat(answer.body()).contains("Sitemap: " + BASE + "/sitemap.xml").contains("Disallow: /desk");
    }

    private static Element item(Document feed, String name, StoryId id) {
        NodeList items = feed.getElementsByTagName(name);
        for (int i = 0; i < items.getLength(); i++) {
            if (text((Element) items.item(i), "guid").endsWith(":story/" + id)) {
                return (Element) items.item(i);
            }
        }
        throw new AssertionError("no item is of story " + id);
    }

    private static Document xml(String text) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(Element parent, String name) {
        return parent.getElementsByTagName(name).item(0).getTextContent();
    }

    private static List<String> texts(Document document, String name) {
        NodeList found = document.getElementsByTagName(name);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            texts.add(found.item(i).getTextContent());
        }
        return texts;
    }
}
