package org.broadsheet.site.hot;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.broadsheet.base.Settings;
import org.broadsheet.base.db.Change;
import org.broadsheet.base.db.ChangeNotices;
import org.broadsheet.gift.GiftId;
import org.broadsheet.gift.GiftPass;
import org.broadsheet.gift.GiftPasses;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.reader.Session;
import org.broadsheet.reader.SessionCookie;
import org.broadsheet.reader.Sessions;
import org.broadsheet.story.InPrint;
import org.broadsheet.story.Reach;
import org.broadsheet.story.Section;
import org.broadsheet.story.Stories;
import org.broadsheet.story.StoryId;
import org.broadsheet.testing.Draft;
import org.broadsheet.testing.People;
import org.broadsheet.testing.TestPaper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Stories that are not for everyone, as readers of every standing get them over HTTP, by either way to the page. */
class WallPageTest {

    private static final String CHROME = "Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0.0.0 Safari/537.36";
    private static final String SECRET_WORDS = "words that only some may read";
    private static final String NO_STORE = "private, no-store";

    @RegisterExtension
    static final TestPaper paper = TestPaper.start(Map.of("CONNECTIONS_PER_ADDRESS", "100"));

    private static final Stories stories = paper.door(Stories.class);
    private static final List<StoryId> metered = new ArrayList<>();
    private static StoryId premium = new StoryId(1);

    @BeforeAll
    static void print() {
        stories.section(new Section("news", "News", 1));
        premium = print("For those who pay", Reach.SUBSCRIBERS);
        IntStream.range(0, 6).forEach(i -> metered.add(print("Metered story " + i, Reach.METERED)));
        soon("they are in print", () -> get(path(metered.getLast()), Map.of()).statusCode() == 200);
    }

    @Test
    void a_stranger_opens_three_metered_stories_and_meets_the_wall_and_the_first_stays_free() {
        Browser browser = browser();
        for (int left = 2; left >= 0; left--) {
            Document page = browser.open(metered.get(2 - left));
            assertThat(page.text()).contains(SECRET_WORDS);
            assertThat(page.select(".reading-line").text())
                    .contains(left == 0 ? "last free story" : left == 1 ? "One more story" : "2 more stories")
                    .containsPattern("begins anew on \\w+ 1\\.");
        }
        Document wall = browser.open(metered.get(3));
        assertThat(wall.text()).doesNotContain(SECRET_WORDS);
        assertThat(wall.select(".wall h2").text()).contains("3 free stories");
        assertThat(wall.select(".wall a[href=/plans], .wall a[href^=/sign-in?to=/news/]"))
                .hasSize(2);
        assertThat(browser.open(metered.getFirst()).text()).contains(SECRET_WORDS);
        assertThat(browser.cookies()).containsPattern("(meter-[^;]+; ){2}meter-");
        assertThat(browser.open(metered.get(3)).text()).doesNotContain(SECRET_WORDS);
    }

    @Test
    void heads_robots_and_browsers_that_ask_ahead_spend_nothing() {
        String path = path(metered.getFirst());
        HttpResponse<String> ahead = get(path, Map.of("Sec-Purpose", "prefetch", "User-Agent", CHROME));
        assertThat(ahead.statusCode()).isEqualTo(503);
        assertThat(ahead.headers().firstValue("Cache-Control")).contains("no-store");
        HttpResponse<String> robot = get(path, Map.of("User-Agent", "Googlebot/2.1"));
        HttpResponse<String> head = paper.send(HttpRequest.newBuilder(paper.at(path))
                .HEAD()
                .header("User-Agent", CHROME)
                .build());
        for (HttpResponse<String> each : List.of(ahead, robot, head)) {
            assertThat(each.headers().firstValue("Set-Cookie")).isEmpty();
            assertThat(each.body()).doesNotContain(SECRET_WORDS);
        }
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(Jsoup.parse(robot.body()).select(".wall h2").text()).contains("in a browser");
        assertThat(robot.body()).contains("noarchive");
    }

    @Test
    void twenty_ways_to_ask_for_a_premium_story_and_only_two_of_them_open_it() {
        Map<String, Boolean> asked = new LinkedHashMap<>(withoutGifts());
        asked.putAll(withGifts());
        assertThat(asked).hasSize(20);
        assertThat(asked.values().stream().filter(opens -> opens)).hasSize(2);
        asked.forEach((cookies, opens) -> {
            HttpResponse<String> page = get(path(premium), cookies.isEmpty() ? Map.of() : Map.of("Cookie", cookies));
            assertThat(page.statusCode()).as(cookies).isEqualTo(200);
            assertThat(page.body().contains(SECRET_WORDS)).as(cookies).isEqualTo(opens);
            assertThat(page.headers().firstValue("Cache-Control")).as(cookies).contains(NO_STORE);
            assertThat(page.headers().firstValue("ETag")).as(cookies).isEmpty();
            HttpResponse<String> byJetty = get(path(premium), Map.of("Cookie", cookies + "; z=1", "Keep-Alive", "1"));
            assertThat(byJetty.body().contains(SECRET_WORDS)).as(cookies).isEqualTo(opens);
        });
    }

    private static Map<String, Boolean> withoutGifts() {
        String reader = session(People.join(paper.database().jdbi(), "plain@paper.test"));
        String staff = session(staff("reporter"));
        Map<String, Boolean> asked = new LinkedHashMap<>();
        asked.put("", false);
        asked.put("text=large", false);
        asked.put("session=" + staff, true);
        asked.put("session=" + reader, false);
        asked.put("session=" + staff + "x", false);
        asked.put("session=" + staff.substring(1), false);
        asked.put("session=1.1.1.9999999999." + "A".repeat(43), false);
        asked.put("pass=1.s.1.99999999999." + "A".repeat(43), false);
        asked.put("pass=1.99999999999." + "A".repeat(43), false);
        asked.put("pass=" + staff, false);
        asked.put("pass=", false);
        asked.put("meter-aaaaaaaa=" + "A".repeat(66), false);
        asked.put("x=" + "y".repeat(3_000), false);
        asked.put(
                IntStream.range(0, 300).mapToObj(i -> "meter-" + i + "=A").reduce("a=b", (a, b) -> a + "; " + b),
                false);
        return asked;
    }

    private static Map<String, Boolean> withGifts() {
        GiftPasses gifts = paper.door(GiftPasses.class);
        String gift =
                gifts.write(new GiftPass(new GiftId(5), premium, Instant.now().plusSeconds(600)));
        String over =
                gifts.write(new GiftPass(new GiftId(6), premium, Instant.now().minusSeconds(1)));
        String other = gifts.write(
                new GiftPass(new GiftId(7), metered.getFirst(), Instant.now().plusSeconds(600)));
        return Map.of(
                "gift-" + premium + "=" + gift, true,
                "gift-" + premium + "=" + over, false,
                "gift-" + premium + "=" + other, false,
                "gift-" + metered.getFirst() + "=" + gift, false,
                "gift-" + premium + "=" + gift.substring(1), false,
                "PASS=x; Session=y; gift=" + gift, false);
    }

    @Test
    void both_ways_to_a_page_give_the_same_octets() {
        ReaderId staff = staff("editor");
        for (String cookies : List.of("a=b", "session=" + session(staff), "text=large; session=" + session(staff))) {
            for (StoryId story : List.of(premium, metered.get(5))) {
                String agent = story.equals(premium) ? CHROME : "Googlebot/2.1";
                HttpResponse<String> hot = get(path(story), Map.of("Cookie", cookies, "User-Agent", agent));
                HttpResponse<String> jetty =
                        get(path(story), Map.of("Cookie", cookies, "User-Agent", agent, "Keep-Alive", "1"));
                assertThat(jetty.body()).isEqualTo(hot.body());
                for (String name : List.of("Cache-Control", "Vary", "Content-Type", "Content-Security-Policy")) {
                    assertThat(jetty.headers().firstValue(name))
                            .as(name)
                            .isEqualTo(hot.headers().firstValue(name));
                }
            }
        }
    }

    @Test
    void a_pass_saves_asking_and_is_void_at_once_when_the_readers_standing_changes() {
        ReaderId staff = staff("publisher");
        Browser browser = browser().with("session=" + session(staff));
        Document page = browser.open(premium);
        assertThat(page.text()).contains(SECRET_WORDS);
        assertThat(page.select(".masthead a[href=/account]")).hasSize(1);
        assertThat(page.select(".masthead a[href=/plans]")).isEmpty();
        assertThat(browser.cookies()).contains("pass=" + staff + ".t.");
        String stolen = browser.cookies();
        new TransactionTemplate(paper.door(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            paper.database()
                    .jdbi()
                    .useHandle(handle -> handle.execute("delete from reader.staff where reader = ?", staff.value()));
            paper.door(ChangeNotices.class).announce(new Change("standing", staff.toString()));
        });
        soon(
                "the pass is void",
                () -> !get(path(premium), Map.of("Cookie", stolen)).body().contains(SECRET_WORDS));
        assertThat(browser.open(premium).text()).doesNotContain(SECRET_WORDS);
        assertThat(browser.cookies()).contains("pass=" + staff + ".r.");
    }

    @Test
    void a_session_that_holds_no_longer_is_taken_away_and_the_page_is_a_strangers() {
        ReaderId reader = People.join(paper.database().jdbi(), "left@paper.test");
        String session = session(reader);
        paper.database()
                .jdbi()
                .useHandle(handle ->
                        handle.execute("update reader.reader set epoch = epoch + 1 where id = ?", reader.value()));
        HttpResponse<String> page = get("/", Map.of("Cookie", "session=" + session));
        assertThat(page.headers().allValues("Set-Cookie")).anyMatch(each -> each.startsWith("session=; "));
        assertThat(page.headers().firstValue("Cache-Control")).contains(NO_STORE);
        assertThat(Jsoup.parse(page.body()).select(".masthead a[href=/sign-in]"))
                .hasSize(1);
    }

    @Test
    void the_masthead_of_somebody_signed_in_is_right_at_first_and_no_shared_cache_may_keep_it() {
        ReaderId reader = People.join(paper.database().jdbi(), "front@paper.test");
        Browser browser = browser().with("session=" + session(reader));
        Document first = Jsoup.parse(browser.get("/").body());
        assertThat(first.select(".masthead a[href=/account], .masthead a[href=/plans]"))
                .hasSize(2);
        HttpResponse<String> again = browser.get("/");
        assertThat(again.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(again.headers().firstValue("Cache-Control")).contains(NO_STORE);
        assertThat(again.headers().firstValue("ETag")).isEmpty();
        HttpResponse<String> strangers = get("/", Map.of());
        assertThat(strangers.headers().firstValue("Cache-Control").orElse("")).startsWith("public");
        assertThat(Jsoup.parse(strangers.body()).select(".masthead a[href=/sign-in]"))
                .hasSize(1);
        assertThat(get("/robots.txt", Map.of("Cookie", browser.cookies()))
                        .headers()
                        .firstValue("Cache-Control"))
                .isNotEqualTo(Optional.of(NO_STORE));
    }

    @Test
    void a_registered_readers_meter_is_the_databases_and_counts_what_the_browser_had_opened() {
        ReaderId reader = People.join(paper.database().jdbi(), "meter@paper.test");
        Browser browser = browser();
        browser.open(metered.get(0));
        browser.with("session=" + session(reader));
        assertThat(browser.open(metered.get(1)).select(".reading-line").text()).contains("One more story");
        Browser another = browser().with("session=" + session(reader));
        assertThat(another.open(metered.get(0)).text()).contains(SECRET_WORDS);
        assertThat(another.open(metered.get(2)).text()).contains(SECRET_WORDS);
        assertThat(another.open(metered.get(3)).text()).doesNotContain(SECRET_WORDS);
        assertThat(browser.open(metered.get(3)).select(".wall h2").text()).contains("3 free stories");
        assertThat(browser.open(metered.get(1)).text()).contains(SECRET_WORDS);
    }

    @Test
    void nobody_finds_access_in_a_network_of_nobody_and_nobody_is_led_elsewhere() {
        HttpResponse<String> page = get("/access/network?to=//elsewhere.test/", Map.of());
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.headers().firstValue("Cache-Control")).contains(NO_STORE);
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(Jsoup.parse(page.body()).select("h1").text()).contains("No access");
    }

    private static Browser browser() {
        return new Browser(paper, CHROME);
    }

    private static StoryId print(String headline, Reach reach) {
        String html = "<p>The free beginning.</p><p>" + (SECRET_WORDS + " and others ").repeat(40) + "</p>";
        return Draft.of(headline).html(html).reaching(reach).print(stories, Instant.now());
    }

    private static String path(StoryId id) {
        return paper.door(InPrint.class).story(id).orElseThrow().teaser().path();
    }

    private static ReaderId staff(String role) {
        ReaderId reader = People.join(paper.database().jdbi(), role + "@paper.test");
        paper.database()
                .jdbi()
                .useHandle(handle -> handle.execute(
                        "insert into reader.staff (reader, role, since) values (?, ?, now())", reader.value(), role));
        return reader;
    }

    private static String session(ReaderId reader) {
        Session session = paper.door(Sessions.class).begin(reader, "a browser", Instant.now());
        return new SessionCookie(paper.door(Settings.class)).write(session);
    }

    private static HttpResponse<String> get(String path, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(paper.at(path));
        new LinkedHashMap<>(headers).forEach(request::header);
        if (!headers.containsKey("User-Agent")) {
            request.header("User-Agent", CHROME);
        }
        return paper.send(request.build());
    }

    private static void soon(String what, BooleanSupplier holds) {
        Instant end = Instant.now().plus(Duration.ofSeconds(30));
        while (!holds.getAsBoolean()) {
            assertThat(Instant.now()).as(what).isBefore(end);
            Thread.onSpinWait();
        }
    }
}
