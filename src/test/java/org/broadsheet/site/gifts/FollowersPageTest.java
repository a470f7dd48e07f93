package org.broadsheet.site.gifts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.broadsheet.testing.TestPaper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who follows a gift's link, and how often: machines, guessers, collectors, and those who join. */
class FollowersPageTest {
    @RegisterExtension
    static final TestPaper paper = TestPaper.start(Map.of("ZONE", "Asia/Jakarta"));

    private static final Newsroom desk = new Newsroom(paper);

    @Test
    void heads_prefetches_frames_and_robots_set_nothing_and_count_nothing() {
        Newsroom.Gift gift = desk.gift("Looked at by machines", Map.of("note", "zanzibarian secret"));
        List<HttpRequest> machines = machines(gift.url());
        for (HttpRequest machine : machines) {
            HttpResponse<String> answer = paper.send(machine);
            assertThat(answer.headers().allValues("Set-Cookie"))
                    .as(machine.headers().toString())
                    .isEmpty();
            assertThat(answer.headers().firstValue("Cache-Control")).contains("private, no-store");
            assertThat(answer.body()).doesNotContain("Open words", "zanzibarian");
        }
        assertThat(desk.devices(gift)).isZero();
    }

    @Test
    void what_was_fetched_ahead_fails_so_that_a_visit_asks_again() {
        Newsroom.Gift gift = desk.gift("Ahead", Map.of());
        assertThat(paper.send(desk.navigation(gift.url())
                                .header("Sec-Purpose", "prefetch")
                                .build())
                        .statusCode())
                .isEqualTo(503);
        assertThat(desk.follow(gift.url()).statusCode()).isEqualTo(303);
    }

    @Test
    void a_robot_gets_a_card_whose_button_opens_the_gift_after_all() {
        Newsroom.Gift gift = desk.gift("On a card", Map.of());
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
        assertThat(desk.devices(gift)).isEqualTo(1);
    }

    @Test
    void a_browser_without_fetch_metadata_and_one_by_way_of_a_service_worker_open_it_too() {
        Newsroom.Gift gift = desk.gift("Other browsers", Map.of());
        assertThat(paper.send(desk.browser(gift.url()).build()).statusCode()).isEqualTo(303);
        assertThat(paper.send(desk.browser(gift.url())
                                .header("Sec-Fetch-Mode", "navigate")
                                .header("Sec-Fetch-Dest", "empty")
                                .build())
                        .statusCode())
                .isEqualTo(303);
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
    void a_browser_with_very_many_gifts_lets_the_oldest_go() {
        String[] cookies = {};
        for (int i = 0; i < 21; i++) {
            HttpResponse<String> answer =
                    desk.follow(desk.gift("Many " + i, Map.of()).url(), cookies);
            String[] set = Newsroom.cookies(answer);
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

    @Test
    void who_joins_in_a_browser_that_a_gift_was_opened_in_is_credited_to_it() {
        Newsroom.Gift gift = desk.gift("Joined after", Map.of());
        String[] cookies = Newsroom.cookies(desk.follow(gift.url()));
        String email = "friend@example.test";
        HttpResponse<String> asked =
                desk.postAs("/join", Map.of("email", email, "name", "", "way", "link"), "nothing=here");
        assertThat(asked.statusCode()).isEqualTo(303);
        String mail = paper.database()
                .jdbi()
                .withHandle(handle -> handle.createQuery("select words from base.mail where recipient = :email")
                        .bind("email", email)
                        .mapTo(String.class)
                        .one());
        Matcher link = Pattern.compile("/join/confirm/\\S+").matcher(mail);
        assertThat(link.find()).isTrue();
        String[] both = Stream.concat(Arrays.stream(cookies), Arrays.stream(Newsroom.cookies(asked)))
                .toArray(String[]::new);
        assertThat(desk.postAs(link.group(), Map.of(), both).statusCode()).isEqualTo(303);
        assertThat(desk.openings(gift)).contains("one friend has joined");
    }

    private static List<HttpRequest> machines(String url) {
        Stream<HttpRequest.Builder> ahead = Stream.of(
                desk.navigation(url).method("HEAD", HttpRequest.BodyPublishers.noBody()),
                desk.navigation(url).header("Sec-Purpose", "prefetch"),
                desk.navigation(url).header("Sec-Purpose", "prefetch;prerender"),
                desk.navigation(url).header("Purpose", "prefetch"),
                desk.browser(url).header("X-Moz", "prefetch"));
        Stream<HttpRequest.Builder> inside = Stream.of("no-cors image", "navigate iframe", "cors empty")
                .map(said -> said.split(" "))
                .map(said -> desk.browser(url).header("Sec-Fetch-Mode", said[0]).header("Sec-Fetch-Dest", said[1]));
        Stream<HttpRequest.Builder> robots = Stream.of(
                        "WhatsApp/2.23.20.0", "facebookexternalhit/1.1", "TelegramBot (like TwitterBot)", "curl/8.5.0")
                .map(name -> desk.browser(url).setHeader("User-Agent", name));
        return Stream.of(ahead, inside, robots)
                .flatMap(each -> each)
                .map(HttpRequest.Builder::build)
                .toList();
    }
}
