package org.broadsheet.site.gifts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.story.Reach;
import org.broadsheet.story.Stories;
import org.broadsheet.story.StoryId;
import org.broadsheet.testing.Subscribers;
import org.broadsheet.testing.TestPaper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a gift's link leads to. */
class FriendsPageTest {
    @RegisterExtension
    static final TestPaper paper = TestPaper.start(Map.of("ZONE", "Asia/Jakarta"));

    private static final Newsroom desk = new Newsroom(paper);
    private static int givers;

    private record Gift(ReaderId giver, StoryId story, String url) {
        String path() {
            return url.replaceFirst("^https?://[^/]+", "");
        }
    }

    @Test
    void a_browser_gets_a_pass_and_is_sent_to_the_story_and_nobody_else_is_told() {
        Gift gift = gift("Opened", Map.of());
        HttpResponse<String> answer = desk.follow(gift.url());
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/opened");
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("private, no-store");
        assertThat(answer.headers().allValues("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(answer.headers().firstValue("X-Robots-Tag").orElseThrow()).contains("noindex");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.matches("gift-" + gift.story() + "=[^;]+;.*HttpOnly.*SameSite=Lax.*"))
                .anyMatch(cookie -> cookie.startsWith("friend="))
                .noneMatch(cookie -> cookie.startsWith("meter") || cookie.startsWith("session"));
        assertThat(devices(gift)).isEqualTo(1);
        assertThat(openings(gift)).contains("not opened yet");
    }

    @Test
    void the_same_device_takes_one_place() {
        Gift gift = gift("Once a device", Map.of());
        String[] cookies = cookies(desk.follow(gift.url()));
        assertThat(desk.follow(gift.url(), cookies).statusCode()).isEqualTo(303);
        assertThat(devices(gift)).isEqualTo(1);
        desk.follow(gift.url());
        assertThat(devices(gift)).isEqualTo(2);
    }

    @Test
    void heads_prefetches_frames_and_robots_set_nothing_and_count_nothing() {
        Gift gift = gift("Looked at by machines", Map.of("note", "zanzibarian secret"));
        List<HttpRequest> machines = List.of(
                desk.navigation(gift.url())
                        .method("HEAD", HttpRequest.BodyPublishers.noBody())
                        .build(),
                desk.navigation(gift.url()).header("Sec-Purpose", "prefetch").build(),
                desk.navigation(gift.url())
                        .header("Sec-Purpose", "prefetch;prerender")
                        .build(),
                desk.navigation(gift.url()).header("Purpose", "prefetch").build(),
                desk.browser(gift.url()).header("X-Moz", "prefetch").build(),
                desk.browser(gift.url())
                        .header("Sec-Fetch-Mode", "no-cors")
                        .header("Sec-Fetch-Dest", "image")
                        .build(),
                desk.browser(gift.url())
                        .header("Sec-Fetch-Mode", "navigate")
                        .header("Sec-Fetch-Dest", "iframe")
                        .build(),
                desk.browser(gift.url())
                        .header("Sec-Fetch-Mode", "cors")
                        .header("Sec-Fetch-Dest", "empty")
                        .build(),
                desk.browser(gift.url())
                        .setHeader("User-Agent", "WhatsApp/2.23.20.0")
                        .build(),
                desk.browser(gift.url())
                        .setHeader("User-Agent", "facebookexternalhit/1.1")
                        .build(),
                desk.browser(gift.url())
                        .setHeader("User-Agent", "TelegramBot (like TwitterBot)")
                        .build(),
                desk.browser(gift.url()).setHeader("User-Agent", "curl/8.5.0").build());
        for (HttpRequest machine : machines) {
            HttpResponse<String> answer = paper.send(machine);
            assertThat(answer.headers().allValues("Set-Cookie"))
                    .as(machine.headers().toString())
                    .isEmpty();
            assertThat(answer.headers().firstValue("Cache-Control")).contains("private, no-store");
            assertThat(answer.body()).doesNotContain("Open words", "zanzibarian");
        }
        assertThat(devices(gift)).isZero();
    }

    @Test
    void what_was_fetched_ahead_fails_so_that_a_visit_asks_again() {
        Gift gift = gift("Ahead", Map.of());
        assertThat(paper.send(desk.navigation(gift.url())
                                .header("Sec-Purpose", "prefetch")
                                .build())
                        .statusCode())
                .isEqualTo(503);
        assertThat(desk.follow(gift.url()).statusCode()).isEqualTo(303);
    }

    @Test
    void a_robot_gets_a_card_whose_button_opens_the_gift_after_all() {
        Gift gift = gift("On a card", Map.of());
        HttpResponse<String> answer = paper.send(desk.browser(gift.url())
                .setHeader("User-Agent", "WhatsApp/2.23.20.0")
                .build());
        Document card = Jsoup.parse(answer.body());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(card.select("meta[property=og:title]").attr("content")).isEqualTo("On a card");
        assertThat(card.select("meta[property=og:description]").attr("content"))
                .isEqualTo("The standfirst of On a card.");
        assertThat(card.select("meta[property=og:url]").attr("content")).endsWith(gift.path());
        assertThat(card.select("meta[name=robots]").attr("content")).contains("noindex");
        assertThat(card.select("link[rel=canonical]")).isEmpty();
        assertThat(card.select("form[method=post]").attr("action")).isEqualTo(gift.path());
        HttpResponse<String> pressed = paper.send(desk.browser(gift.url())
                .setHeader("User-Agent", "Some fetcher")
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
        assertThat(pressed.statusCode()).isEqualTo(303);
        assertThat(pressed.headers().allValues("Set-Cookie")).isNotEmpty();
        assertThat(devices(gift)).isEqualTo(1);
    }

    @Test
    void a_browser_without_fetch_metadata_and_one_by_way_of_a_service_worker_open_it_too() {
        Gift gift = gift("Other browsers", Map.of());
        assertThat(paper.send(desk.browser(gift.url()).build()).statusCode()).isEqualTo(303);
        assertThat(paper.send(desk.browser(gift.url())
                                .header("Sec-Fetch-Mode", "navigate")
                                .header("Sec-Fetch-Dest", "empty")
                                .build())
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void an_opening_counts_when_a_visible_page_says_so_once_a_device() {
        Gift gift = gift("Counted", Map.of());
        String[] cookies = cookies(desk.follow(gift.url()));
        assertThat(seen("cross-site", gift, cookies)).isEqualTo(403);
        assertThat(openings(gift)).contains("not opened yet");
        assertThat(seen("same-origin", gift, cookies)).isEqualTo(204);
        assertThat(seen("same-origin", gift, cookies)).isEqualTo(204);
        assertThat(openings(gift)).contains("opened on one device");
        assertThat(seen("same-origin", gift)).isEqualTo(204);
        assertThat(seen("same-origin", gift, cookies[0])).isEqualTo(204);
        assertThat(openings(gift)).contains("opened on one device");
    }

    @Test
    void revoked_expired_full_and_withdrawn_links_say_so_and_what_to_do() {
        Gift revoked = gift("Revoked", Map.of());
        desk.post(revoked.giver(), "/gifts/" + number(revoked) + "/revocation", Map.of());
        Document page = gone(revoked, "This gift has been taken back");
        assertThat(page.select("main a[href$=/revoked], main a[href=/plans]")).hasSize(2);
        Gift expired = gift("Expired", Map.of());
        set(expired, "until = now() - interval '1 second', given_at = now() - interval '30 days'");
        gone(expired, "This gift is over");
        Gift full = gift("Full", Map.of());
        String[] cookies = cookies(desk.follow(full.url()));
        set(full, "devices_left = 0");
        gone(full, "This gift has been opened very often");
        assertThat(desk.follow(full.url(), cookies).statusCode()).isEqualTo(303);
        Gift withdrawn = gift("Withdrawn", Map.of());
        paper.door(Stories.class).withdraw(withdrawn.story(), "The ledger was forged.", Instant.now());
        assertThat(gone(withdrawn, "This story has been withdrawn")
                        .select(".note")
                        .text())
                .isEqualTo("The ledger was forged.");
    }

    @Test
    void forged_tokens_get_a_calm_page_and_after_many_tries_are_told_to_wait() {
        TestPaper own = TestPaper.start();
        try (own) {
            List<Integer> statuses = IntStream.range(0, 30)
                    .mapToObj(number -> own.get("/gift/" + "A".repeat(30) + (10 + number)))
                    .map(HttpResponse::statusCode)
                    .toList();
            assertThat(statuses.getFirst()).isEqualTo(404);
            assertThat(statuses.getLast()).isEqualTo(429);
            assertThat(Jsoup.parse(own.get("/gift/x").body()).select("h1").text())
                    .isEqualTo("Too many tries");
        } catch (Exception unclosed) {
            throw new IllegalStateException(unclosed);
        }
        HttpResponse<String> forged = paper.get("/gift/" + "B".repeat(32));
        assertThat(forged.statusCode()).isEqualTo(404);
        assertThat(Jsoup.parse(forged.body()).select("h1").text()).isEqualTo("There is no gift at this address");
        assertThat(forged.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    }

    @Test
    void a_pass_opens_its_story_and_no_other_and_nothing_once_it_is_revoked() {
        Gift gift = gift("Passed on", Map.of());
        StoryId other = desk.print("Not passed on", Reach.SUBSCRIBERS);
        String[] cookies = cookies(desk.follow(gift.url()));
        HttpResponse<String> story = get(desk.path(gift.story()), cookies);
        assertThat(story.body()).contains(Newsroom.LAST_WORDS, "/gift/from?story=" + gift.story());
        assertThat(story.headers().firstValue("Cache-Control").orElseThrow()).contains("private", "no-store");
        assertThat(get(desk.path(other), cookies).body()).doesNotContain(Newsroom.LAST_WORDS);
        String moved = cookies[0].replaceFirst("^gift-[0-9]+=", "gift-" + other + "=");
        assertThat(get(desk.path(other), moved).body()).doesNotContain(Newsroom.LAST_WORDS);
        assertThat(get(desk.path(gift.story())).body()).doesNotContain(Newsroom.LAST_WORDS);
        desk.post(gift.giver(), "/gifts/" + number(gift) + "/revocation", Map.of());
        soon(() -> !get(desk.path(gift.story()), cookies).body().contains(Newsroom.LAST_WORDS));
    }

    @Test
    void the_greeting_is_for_who_holds_the_gift_and_nobody_else() {
        Gift gift = gift("Greeted", Map.of("note", "Read <i>this</i>", "named", "yes"));
        String[] cookies = cookies(desk.follow(gift.url()));
        String about = "/gift/from?story=" + gift.story();
        Document page = Jsoup.parse(get(about, cookies).body());
        assertThat(page.select(".standfirst").text()).isEqualTo("This story is a gift from Ana.");
        assertThat(page.select("blockquote").text()).isEqualTo("Read <i>this</i>");
        assertThat(get("/gift/greeting?story=" + gift.story(), cookies).body())
                .contains("This story is a gift from Ana.", "Read <i>this</i>");
        assertThat(get(about).statusCode()).isEqualTo(404);
        assertThat(get("/gift/greeting?story=" + gift.story()).statusCode()).isEqualTo(404);
        String forged = cookies[0].replaceFirst("=[0-9]+\\.", "=1.");
        assertThat(get(about, forged).statusCode()).isEqualTo(forged.equals(cookies[0]) ? 200 : 404);
        desk.post(gift.giver(), "/gifts/" + number(gift) + "/revocation", Map.of());
        soon(() -> get(about, cookies).statusCode() == 404);
    }

    @Test
    void a_browser_with_very_many_gifts_lets_the_oldest_go() {
        String[] cookies = {};
        for (int i = 0; i < 21; i++) {
            HttpResponse<String> answer =
                    desk.follow(gift("Many " + i, Map.of()).url(), cookies);
            String[] set = cookies(answer);
            if (i < 20) {
                assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.contains("Max-Age=0"));
            } else {
                assertThat(answer.headers().allValues("Set-Cookie"))
                        .filteredOn(cookie -> cookie.contains("Max-Age=0"))
                        .hasSize(1);
            }
            cookies = Stream.concat(
                            Arrays.stream(cookies).filter(cookie -> !cookie.startsWith("friend=")), Arrays.stream(set))
                    .toArray(String[]::new);
        }
    }

    private static Gift gift(String headline, Map<String, String> more) {
        ReaderId giver = Subscribers.join(paper, "giver" + givers++ + "@example.test", 3);
        Subscribers.call(paper, giver, "Ana");
        StoryId story = desk.print(headline, Reach.SUBSCRIBERS);
        return new Gift(giver, story, desk.give(giver, story, more));
    }

    private static Document gone(Gift gift, String title) {
        HttpResponse<String> answer = desk.follow(gift.url());
        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(answer.headers().firstValue("Cache-Control")).contains("private, no-store");
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select("h1").text()).isEqualTo(title);
        return page;
    }

    private static HttpResponse<String> get(String path, String... cookies) {
        HttpRequest.Builder request = HttpRequest.newBuilder(paper.at(path)).header("User-Agent", Newsroom.BROWSER);
        return paper.send(
                (cookies.length == 0 ? request : request.header("Cookie", String.join("; ", cookies))).build());
    }

    private static int seen(String site, Gift gift, String... cookies) {
        HttpRequest.Builder request = HttpRequest.newBuilder(paper.at("/gift/opened"))
                .header("Sec-Fetch-Site", site)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(Newsroom.form(Map.of("story", gift.story().toString())));
        return paper.send(
                        (cookies.length == 0 ? request : request.header("Cookie", String.join("; ", cookies))).build())
                .statusCode();
    }

    /** Names and values, the gift's first. */
    private static String[] cookies(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> !cookie.contains("Max-Age=0"))
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .toArray(String[]::new);
    }

    private static String openings(Gift gift) {
        return Jsoup.parse(desk.get(gift.giver(), "/gifts").body())
                .select(".figures")
                .text();
    }

    private static long number(Gift gift) {
        return number("select id from gift.gift where story = :story", gift);
    }

    private static long devices(Gift gift) {
        return number(
                "select count(*) from gift.device where gift = (select id from gift.gift where story = :story)", gift);
    }

    private static long number(String sql, Gift gift) {
        return paper.database()
                .jdbi()
                .withHandle(handle -> handle.createQuery(sql)
                        .bind("story", gift.story().value())
                        .mapTo(Long.class)
                        .one());
    }

    private static void set(Gift gift, String what) {
        paper.database()
                .jdbi()
                .useHandle(handle -> handle.createUpdate("update gift.gift set " + what + " where story = :story")
                        .bind("story", gift.story().value())
                        .execute());
    }

    private interface Holds {
        boolean now();
    }

    private static void soon(Holds what) {
        for (int i = 0; i < 500 && !what.now(); i++) {
            Thread.yield();
        }
        assertThat(what.now()).isTrue();
    }
}
