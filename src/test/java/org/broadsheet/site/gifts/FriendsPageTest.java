package org.broadsheet.site.gifts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.broadsheet.story.Reach;
import org.broadsheet.story.Stories;
import org.broadsheet.story.StoryId;
import org.broadsheet.testing.TestPaper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a gift's link leads to, for people. */
class FriendsPageTest {
    @RegisterExtension
    static final TestPaper paper = TestPaper.start(Map.of("ZONE", "Asia/Jakarta"));

    private static final Newsroom desk = new Newsroom(paper);

    @Test
    void a_browser_gets_a_pass_and_is_sent_to_the_story_and_nobody_else_is_told() {
        Newsroom.Gift gift = desk.gift("Opened", Map.of());
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
        assertThat(desk.devices(gift)).isEqualTo(1);
        assertThat(desk.openings(gift)).contains("not opened yet");
    }

    @Test
    void one_network_takes_sixty_new_places_an_hour_and_whoever_has_one_is_let_in_still() {
        Newsroom.Gift gift = desk.gift("For the whole class", Map.of());
        String[] first = Newsroom.cookies(crowd(gift));
        HttpResponse<String> last = crowd(gift);
        for (int more = 0; more < 70 && last.statusCode() == 303; more++) {
            last = crowd(gift);
        }
        assertThat(last.statusCode()).isEqualTo(429);
        Document page = Jsoup.parse(last.body());
        assertThat(page.select("h1").text()).isEqualTo("Too many new devices");
        assertThat(page.select("main a[href$=/for-the-whole-class]")).hasSize(1);
        assertThat(desk.devices(gift)).isBetween(60L, 62L);
        assertThat(crowd(desk.gift("Another for the class", Map.of())).statusCode())
                .isEqualTo(429);
        assertThat(crowd(gift, first).statusCode()).isEqualTo(303);
        assertThat(desk.follow(gift.url()).statusCode()).as("from elsewhere").isEqualTo(303);
    }

    private static HttpResponse<String> crowd(Newsroom.Gift gift, String... cookies) {
        return paper.send(desk.navigation(gift.url(), cookies)
                .header("X-Forwarded-For", "198.51.100.7")
                .build());
    }

    @Test
    void the_same_device_takes_one_place() {
        Newsroom.Gift gift = desk.gift("Once a device", Map.of());
        String[] cookies = Newsroom.cookies(desk.follow(gift.url()));
        assertThat(desk.follow(gift.url(), cookies).statusCode()).isEqualTo(303);
        assertThat(desk.devices(gift)).isEqualTo(1);
        desk.follow(gift.url());
        assertThat(desk.devices(gift)).isEqualTo(2);
    }

    @Test
    void an_opening_counts_when_a_visible_page_says_so_once_a_device() {
        Newsroom.Gift gift = desk.gift("Counted", Map.of());
        String[] cookies = Newsroom.cookies(desk.follow(gift.url()));
        assertThat(desk.seen("cross-site", gift, cookies)).isEqualTo(403);
        assertThat(desk.openings(gift)).contains("not opened yet");
        assertThat(desk.seen("same-origin", gift, cookies)).isEqualTo(204);
        assertThat(desk.seen("same-origin", gift, cookies)).isEqualTo(204);
        assertThat(desk.openings(gift)).contains("opened on one device");
        assertThat(desk.seen("same-origin", gift)).isEqualTo(204);
        assertThat(desk.seen("same-origin", gift, cookies[0])).isEqualTo(204);
        assertThat(desk.openings(gift)).contains("opened on one device");
    }

    @Test
    void revoked_expired_full_and_withdrawn_links_say_so_and_what_to_do() {
        Newsroom.Gift revoked = desk.gift("Revoked", Map.of());
        desk.post(revoked.giver(), "/gifts/" + desk.number(revoked) + "/revocation", Map.of());
        Document page = gone(revoked, "This gift has been taken back");
        assertThat(page.select("main a[href$=/revoked], main a[href=/plans]")).hasSize(2);
        Newsroom.Gift expired = desk.gift("Expired", Map.of());
        desk.set(expired, "until = now() - interval '1 second', given_at = now() - interval '30 days'");
        gone(expired, "This gift is over");
        Newsroom.Gift full = desk.gift("Full", Map.of());
        String[] cookies = Newsroom.cookies(desk.follow(full.url()));
        desk.set(full, "devices_left = 0");
        gone(full, "This gift has been opened very often");
        assertThat(desk.follow(full.url(), cookies).statusCode()).isEqualTo(303);
        Newsroom.Gift withdrawn = desk.gift("Withdrawn", Map.of());
        paper.door(Stories.class).withdraw(withdrawn.story(), "The ledger was forged.", Instant.now());
        assertThat(gone(withdrawn, "This story has been withdrawn")
                        .select(".note")
                        .text())
                .isEqualTo("The ledger was forged.");
    }

    @Test
    void a_pass_opens_its_story_and_no_other_and_nothing_once_it_is_revoked() {
        Newsroom.Gift gift = desk.gift("Passed on", Map.of());
        StoryId other = desk.print("Not passed on", Reach.SUBSCRIBERS);
        String[] cookies = Newsroom.cookies(desk.follow(gift.url()));
        HttpResponse<String> story = desk.as(desk.path(gift.story()), cookies);
        assertThat(story.body()).contains(Newsroom.LAST_WORDS, "/gift/from?story=" + gift.story());
        assertThat(story.headers().firstValue("Cache-Control").orElseThrow()).contains("private", "no-store");
        assertThat(desk.as(desk.path(other), cookies).body()).doesNotContain(Newsroom.LAST_WORDS);
        String moved = cookies[0].replaceFirst("^gift-[0-9]+=", "gift-" + other + "=");
        assertThat(desk.as(desk.path(other), moved).body()).doesNotContain(Newsroom.LAST_WORDS);
        assertThat(desk.as(desk.path(gift.story())).body()).doesNotContain(Newsroom.LAST_WORDS);
        desk.post(gift.giver(), "/gifts/" + desk.number(gift) + "/revocation", Map.of());
        soon(() -> !desk.as(desk.path(gift.story()), cookies).body().contains(Newsroom.LAST_WORDS));
    }

    @Test
    void the_greeting_is_for_who_holds_the_gift_and_nobody_else() {
        Newsroom.Gift gift = desk.gift("Greeted", Map.of("note", "Read <i>this</i>", "named", "yes"));
        String[] cookies = Newsroom.cookies(desk.follow(gift.url()));
        String about = "/gift/from?story=" + gift.story();
        Document page = Jsoup.parse(desk.as(about, cookies).body());
        assertThat(page.select(".standfirst").text()).isEqualTo("This story is a gift from Ana.");
        assertThat(page.select("blockquote").text()).isEqualTo("Read <i>this</i>");
        assertThat(desk.as("/gift/greeting?story=" + gift.story(), cookies).body())
                .contains("This story is a gift from Ana.", "Read <i>this</i>");
        assertThat(desk.as(about).statusCode()).isEqualTo(404);
        assertThat(desk.as("/gift/greeting?story=" + gift.story()).statusCode()).isEqualTo(404);
        String forged = cookies[0].replaceFirst("=[0-9]+\\.", "=1.");
        assertThat(desk.as(about, forged).statusCode()).isEqualTo(forged.equals(cookies[0]) ? 200 : 404);
        desk.post(gift.giver(), "/gifts/" + desk.number(gift) + "/revocation", Map.of());
        soon(() -> desk.as(about, cookies).statusCode() == 404);
    }

    private static Document gone(Newsroom.Gift gift, String title) {
        HttpResponse<String> answer = desk.follow(gift.url());
        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(answer.headers().firstValue("Cache-Control")).contains("private, no-store");
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select("h1").text()).isEqualTo(title);
        return page;
    }

    private interface Holds {
        boolean now();
    }

    private static void soon(Holds what) {
        Instant end = Instant.now().plusSeconds(120);
        while (!what.now()) {
            assertThat(Instant.now()).isBefore(end);
            LockSupport.parkNanos(20_000_000);
        }
    }
}
