package org.broadsheet.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.broadsheet.security.Guest.Kind;
import org.broadsheet.security.Sender.From;
import org.broadsheet.story.Reach;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What every answer tells the browser, whatever it is; the paper is one that readers reach by https. */
class HeadersPageTest {
    @RegisterExtension
    static final World world = World.start(Map.of("BASE_URL", "https://paper.example"));

    private static final List<String> PAGES = List.of(
            "/",
            "/policy",
            "/topics/harbours",
            "/authors/amelie-okonjo",
            "/feed.xml",
            "/policy/feed.xml",
            "/atom.xml",
            "/feed.json",
            "/sitemap.xml",
            "/robots.txt",
            "/manifest.webmanifest",
            "/no/such/page",
            "/no-such-section",
            "/?page=0",
            "/search?q=%00",
            "/a%2f..%2fb",
            "/" + "x".repeat(3_000));

    @Test
    void every_answer_says_what_browsers_must_not_do_with_it() {
        List<String> wanting = new ArrayList<>();
        answers().forEach(answer -> wanting.addAll(wanting(answer)));
        assertThat(wanting).isEmpty();
    }

    @Test
    void no_policy_lets_anything_inline_run_or_anybody_frame_a_page() {
        answers()
                .forEach(answer -> assertThat(header(answer, "Content-Security-Policy"))
                        .as(named(answer))
                        .contains(
                                "default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'")
                        .doesNotContain("unsafe-", "script-src *", "http:", "data: 'self'"));
    }

    @Test
    void the_one_inline_line_is_the_one_that_the_policy_knows() throws Exception {
        HttpResponse<String> front = world.sender().get("/", Guest.stranger());
        List<String> inline = Jsoup.parse(front.body()).select("script:not([src]):not([type])").stream()
                .map(Element::data)
                .toList();
        assertThat(inline).hasSize(1);
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(inline.getFirst().getBytes(StandardCharsets.UTF_8));
        assertThat(header(front, "Content-Security-Policy"))
                .contains("script-src 'self' 'sha256-" + Base64.getEncoder().encodeToString(digest) + "';");
    }

    @Test
    void what_is_made_for_one_reader_is_kept_by_nobody() {
        for (Route route : Routes.reading()) {
            boolean somebodys =
                    route.audience() == Route.Audience.SIGNED_IN || route.audience() == Route.Audience.OWNER;
            HttpResponse<String> answer =
                    world.sender().get(world.things().in(route.path()), world.guest(Kind.SUBSCRIBER));
            boolean cookies = !answer.headers().allValues("Set-Cookie").isEmpty();
            if (somebodys || cookies || route.audience() == Route.Audience.HOLDER) {
                assertThat(header(answer, "Cache-Control")).as(named(answer)).contains("no-store");
            }
        }
    }

    @Test
    void a_page_for_somebody_signed_in_is_kept_by_nobody_and_the_strangers_page_says_that_cookies_matter() {
        for (String path : List.of("/", "/policy", world.path(Reach.EVERYONE))) {
            assertThat(header(world.sender().get(path, world.guest(Kind.READER)), "Cache-Control"))
                    .as(path)
                    .isEqualTo("private, no-store");
            assertThat(header(world.sender().get(path, Guest.stranger()), "Vary"))
                    .as(path)
                    .contains("Cookie");
        }
        for (Reach reach : List.of(Reach.METERED, Reach.SUBSCRIBERS)) {
            for (Guest guest : world.guests()) {
                assertThat(header(world.sender().get(world.path(reach), guest), "Cache-Control"))
                        .as(reach + " for " + guest)
                        .isEqualTo("private, no-store");
            }
        }
    }

    @Test
    void no_answer_lets_other_sites_read_it_or_says_what_serves_it() {
        answers().forEach(answer -> {
            assertThat(answer.headers().map().keySet())
                    .as(named(answer))
                    .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("access-control-"))
                    .doesNotContain("Server", "server", "X-Powered-By", "x-powered-by");
            assertThat(header(answer, "Content-Type"))
                    .as(named(answer))
                    .satisfiesAnyOf(
                            type -> assertThat(type).isEmpty(),
                            type -> assertThat(type.toLowerCase(java.util.Locale.ROOT))
                                    .contains("charset="),
                            type -> assertThat(type).doesNotStartWith("text/"));
        });
    }

    @Test
    void an_address_that_is_a_key_is_told_to_nobody() {
        for (Route route : Routes.reading()) {
            if (route.audience() == Route.Audience.HOLDER) {
                HttpResponse<String> answer = world.sender().get(world.things().in(route.path()), Guest.stranger());
                assertThat(header(answer, "Referrer-Policy"))
                        .as(named(answer))
                        .isIn("no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin");
                assertThat(header(answer, "Cache-Control")).as(named(answer)).contains("no-store");
                assertThat(header(answer, "X-Robots-Tag") + answer.body())
                        .as(named(answer))
                        .contains("noindex");
            }
        }
    }

    private static Stream<HttpResponse<String>> answers() {
        Guest reader = world.guest(Kind.SUBSCRIBER);
        Stream<HttpResponse<String>> pages = Stream.concat(
                        PAGES.stream(), Stream.of(Reach.values()).map(world::path))
                .flatMap(path -> Stream.of(
                        world.sender().get(path, Guest.stranger()),
                        world.sender().get(path, reader)));
        Stream<HttpResponse<String>> routes = Routes.reading().stream()
                .map(route -> world.things().in(route.path()))
                .flatMap(path -> Stream.of(
                        world.sender().get(path, Guest.stranger()),
                        world.sender().get(path, reader)));
        Stream<HttpResponse<String>> forms = Routes.changing().stream()
                .flatMap(route -> Stream.of(From.ELSEWHERE, From.HERE)
                        .map(from -> world.sender()
                                .post(
                                        world.things().in(route.path()),
                                        Guest.stranger(),
                                        from,
                                        world.things().in(route.body()))));
        Stream<HttpResponse<String>> odd = Stream.of("PUT", "TRACE", "DELETE")
                .map(method -> world.sender().send(method, "/", reader, From.HERE, ""));
        return Stream.of(pages, routes, forms, odd).flatMap(each -> each);
    }

    private static List<String> wanting(HttpResponse<String> answer) {
        Map<String, String> wanted = Map.of(
                "X-Content-Type-Options", "nosniff",
                "Strict-Transport-Security", "max-age=31536000",
                "Cross-Origin-Opener-Policy", "same-origin",
                "Permissions-Policy", "camera=()",
                "Content-Security-Policy", "default-src 'none'",
                "Referrer-Policy", "");
        return wanted.entrySet().stream()
                .filter(each -> !header(answer, each.getKey()).contains(each.getValue())
                        || header(answer, each.getKey()).isEmpty())
                .map(each -> named(answer) + " has no " + each.getKey())
                .toList();
    }

    private static String named(HttpResponse<String> answer) {
        return answer.request().method() + " " + answer.uri().getPath() + " (" + answer.statusCode() + ")";
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
