package org.broadsheet.site.gifts;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.story.InPrint;
import org.broadsheet.story.Reach;
import org.broadsheet.story.Section;
import org.broadsheet.story.Stories;
import org.broadsheet.story.StoryId;
import org.broadsheet.testing.Draft;
import org.broadsheet.testing.Subscribers;
import org.broadsheet.testing.TestPaper;
import org.jsoup.Jsoup;

/** Prints stories for tests of gifts, and asks for pages as givers and their friends do. */
final class Newsroom {
    static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " Chrome/140.0.0.0 Safari/537.36";

    /** Of every story; of those that are not for everyone, in the part that is guarded. */
    static final String LAST_WORDS = "the zanzibarian ledger";

    private static int givers;

    private final TestPaper paper;
    private final Map<ReaderId, String> sessions = new HashMap<>();

    Newsroom(TestPaper paper) {
        this.paper = paper;
        paper.door(Stories.class).section(new Section("news", "News", 1));
    }

    StoryId print(String headline, Reach reach) {
        return Draft.of(headline)
                .standfirst("The standfirst of " + headline + ".")
                .html("<p>Open words, and many of them, as a story has. </p>".repeat(30) + "<p>It was " + LAST_WORDS
                        + ".</p>")
                .reaching(reach)
                .print(paper.door(Stories.class), Instant.now());
    }

    String path(StoryId story) {
        return paper.door(InPrint.class).story(story).orElseThrow().teaser().path();
    }

    HttpResponse<String> get(ReaderId reader, String path) {
        return paper.send(HttpRequest.newBuilder(paper.at(path))
                .header("Cookie", "session=" + session(reader))
                .build());
    }

    HttpResponse<String> post(ReaderId reader, String path, Map<String, String> fields) {
        return postFrom("same-origin", reader, path, fields);
    }

    HttpResponse<String> postFrom(String site, ReaderId reader, String path, Map<String, String> fields) {
        return paper.send(HttpRequest.newBuilder(paper.at(path))
                .header("Cookie", "session=" + session(reader))
                .header("Sec-Fetch-Site", site)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(form(fields))
                .build());
    }

    /** The link of a new gift, or of the same one. */
    String give(ReaderId giver, StoryId story, Map<String, String> more) {
        Map<String, String> fields = new HashMap<>(more);
        fields.put("story", story.toString());
        String gift = post(giver, "/gifts/give", fields)
                .headers()
                .firstValue("Location")
                .orElseThrow();
        return Jsoup.parse(get(giver, gift).body()).select("input[readonly]").val();
    }

    /** As a friend's browser opens a link from elsewhere. */
    HttpResponse<String> follow(String url, String... cookies) {
        return paper.send(navigation(url, cookies).build());
    }

    HttpRequest.Builder navigation(String url, String... cookies) {
        HttpRequest.Builder request = browser(url, cookies)
                .header("Sec-Fetch-Site", "cross-site")
                .header("Sec-Fetch-Mode", "navigate")
                .header("Sec-Fetch-Dest", "document");
        return request;
    }

    HttpRequest.Builder browser(String url, String... cookies) {
        URI asked = URI.create(url);
        String query = asked.getQuery() == null ? "" : "?" + asked.getQuery();
        URI at = paper.at(asked.getPath() + query);
        HttpRequest.Builder request = HttpRequest.newBuilder(at).header("User-Agent", BROWSER);
        return cookies.length == 0 ? request : request.header("Cookie", String.join("; ", cookies));
    }

    static HttpRequest.BodyPublisher form(Map<String, String> fields) {
        return HttpRequest.BodyPublishers.ofString(fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&")));
    }

    private String session(ReaderId reader) {
        return sessions.computeIfAbsent(reader, key -> Subscribers.session(paper, key));
    }

    /** What one subscriber has given. */
    record Gift(ReaderId giver, StoryId story, String url) {
        String path() {
            return URI.create(url).getPath();
        }
    }

    /** A premium story, given by a subscriber of its own whose name is Ana. */
    Gift gift(String headline, Map<String, String> more) {
        ReaderId giver = Subscribers.join(paper, "giver" + givers++ + "@example.test", 3);
        Subscribers.call(paper, giver, "Ana");
        StoryId story = print(headline, Reach.SUBSCRIBERS);
        return new Gift(giver, story, give(giver, story, more));
    }

    HttpResponse<String> as(String path, String... cookies) {
        return paper.send(browser(path, cookies).build());
    }

    HttpResponse<String> postAs(String path, Map<String, String> fields, String... cookies) {
        return paper.send(sending("same-origin", path, fields, cookies));
    }

    /** What a visible page says. */
    int seen(String site, Gift gift, String... cookies) {
        return paper.send(sending(
                        site, "/gift/opened", Map.of("story", gift.story().toString()), cookies))
                .statusCode();
    }

    private HttpRequest sending(String site, String path, Map<String, String> fields, String... cookies) {
        return browser(path, cookies)
                .header("Sec-Fetch-Site", site)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(form(fields))
                .build();
    }

    /** Names and values, the gift's first. */
    static String[] cookies(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> !cookie.contains("Max-Age=0"))
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .toArray(String[]::new);
    }

    String openings(Gift gift) {
        return Jsoup.parse(get(gift.giver(), "/gifts").body())
                .select(".figures")
                .text();
    }

    long number(Gift gift) {
        return number("select id from gift.gift where story = :story", gift);
    }

    long devices(Gift gift) {
        return number("""
                select count(*) from gift.device where gift = (select id from gift.gift where story = :story)
                """, gift);
    }

    void set(Gift gift, String what) {
        paper.database()
                .jdbi()
                .useHandle(handle -> handle.createUpdate("update gift.gift set " + what + " where story = :story")
                        .bind("story", gift.story().value())
                        .execute());
    }

    private long number(String sql, Gift gift) {
        return paper.database()
                .jdbi()
                .withHandle(handle -> handle.createQuery(sql)
                        .bind("story", gift.story().value())
                        .mapTo(Long.class)
                        .one());
    }
}
