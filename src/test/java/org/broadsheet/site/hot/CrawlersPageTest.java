package org.broadsheet.site.hot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.broadsheet.story.InPrint;
import org.broadsheet.story.Reach;
import org.broadsheet.story.Section;
import org.broadsheet.story.Stories;
import org.broadsheet.story.StoryId;
import org.broadsheet.testing.Draft;
import org.broadsheet.testing.TestPaper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A paper that lets one search engine read, whose addresses are in its data folder. */
class CrawlersPageTest {

    private static final String SECRET_WORDS = "words that only some may read";
    private static final String ENGINE = "DuckDuckBot/1.1; (+http://duckduckgo.com/duckduckbot.html)";
    private static final String ITS_ADDRESS = "198.51.100.7";

    @RegisterExtension
    static final TestPaper paper = TestPaper.start(Map.of("CRAWLERS", "duckduckgo", "DATA", data().toString()));

    @Test
    void only_who_has_the_name_and_the_address_of_a_search_engine_reads_the_whole_by_either_way() {
        Stories stories = paper.door(Stories.class);
        stories.section(new Section("news", "News", 1));
        StoryId story = Draft.of("For those who pay")
                .html("<p>The free beginning.</p><p>" + (SECRET_WORDS + " and others ").repeat(40) + "</p>")
                .reaching(Reach.SUBSCRIBERS)
                .print(stories, Instant.now());
        String path =
                paper.door(InPrint.class).story(story).orElseThrow().teaser().path();
        for (String way : new String[] {"X-Way", "Keep-Alive"}) {
            HttpResponse<String> whole = get(path, ENGINE, ITS_ADDRESS, way);
            assertThat(whole.body()).contains(SECRET_WORDS).contains("noarchive");
            assertThat(whole.headers().firstValue("Cache-Control")).contains("private, no-store");
            assertThat(whole.headers().firstValue("Set-Cookie")).isEmpty();
            assertThat(get(path, ENGINE, "198.51.100.8", way).body()).doesNotContain(SECRET_WORDS);
            assertThat(get(path, ENGINE, ITS_ADDRESS + ", 198.51.100.8", way).body())
                    .doesNotContain(SECRET_WORDS);
            assertThat(get(path, "Googlebot/2.1", ITS_ADDRESS, way).body()).doesNotContain(SECRET_WORDS);
            assertThat(get(path, "Mozilla/5.0 Chrome/140.0.0.0", ITS_ADDRESS, way)
                            .body())
                    .doesNotContain(SECRET_WORDS);
        }
    }

    private static HttpResponse<String> get(String path, String agent, String from, String way) {
        return paper.send(HttpRequest.newBuilder(paper.at(path))
                .header("User-Agent", agent)
                .header("X-Forwarded-For", from)
                .header(way, "1")
                .build());
    }

    private static Path data() {
        try {
            Path data = Files.createDirectories(Path.of("target/test-data-crawlers"));
            Files.writeString(
                    Files.createDirectories(data.resolve("crawlers")).resolve("duckduckgo.json"),
                    "{\"prefixes\": [{\"ipv4Prefix\": \"" + ITS_ADDRESS + "/32\"}]}");
            return data;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
