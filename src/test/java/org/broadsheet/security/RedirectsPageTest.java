package org.broadsheet.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.broadsheet.base.http.Onward;
import org.broadsheet.security.Guest.Kind;
import org.broadsheet.security.Sender.From;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nobody is sent to another site by an address of the paper's (open redirects), and no field makes a header line. */
class RedirectsPageTest {
    private static final List<String> AWAY = List.of(
            "https://evil.example",
            "//evil.example",
            "/\\evil.example",
            "/\r\nSet-Cookie: session=evil",
            "javascript:alert(1)",
            "/.//evil.example",
            "/%0d%0aSet-Cookie:%20session=evil",
            "@evil.example",
            "///evil.example",
            "\\/evil.example",
            "/\t/evil.example",
            "/%09/evil.example",
            "/%2f/evil.example",
            "/%5cevil.example",
            "https:evil.example",
            "http:///evil.example",
            "data:text/html,x",
            "/;@evil.example",
            "//evil%E3%80%82example",
            ".evil.example",
            "/..//evil.example",
            "/x/..//evil.example",
            "/a?to=//evil.example\r\nLocation: https://evil.example",
            "/?a=%0d%0aSet-Cookie:%20session=evil",
            "/\u2028/evil.example",
            "/\u0000");

    /** Forms take their time: they get those of the list that have opened other sites' doors most often. */
    private static final int SOME = 8;

    private static final List<String> FIELDS = List.of("to", "next", "url", "redirect", "return", "continue", "about");

    @RegisterExtension
    static final World world = World.start();

    @Test
    void onward_is_a_path_of_this_paper_whatever_is_asked_for() {
        URI page = URI.create("https://paper.example/sign-in");
        assertThat(AWAY)
                .allSatisfy(away -> assertThat(page.resolve(Onward.to(away)).getHost())
                        .as(away)
                        .isEqualTo("paper.example"));
        assertThat(AWAY).allSatisfy(away -> assertThat(Onward.to(away)).doesNotContain("\r", "\n", "\\"));
        assertThat(Onward.to("/policy/2026/01/03/a-story?page=2")).isEqualTo("/policy/2026/01/03/a-story?page=2");
    }

    @Test
    void no_route_sends_anybody_to_another_site() {
        for (Route route : Routes.table()) {
            if (!route.method().equals("*")) {
                for (Guest guest : List.of(Guest.stranger(), world.guest(Kind.ANOTHER_SUBSCRIBER))) {
                    AWAY.stream()
                            .limit(route.changes() ? SOME : AWAY.size())
                            .forEach(away -> staysHere(ask(route, world.anew(guest), away), route + " with " + away));
                }
            }
        }
    }

    private static void staysHere(HttpResponse<String> answer, String asked) {
        assertThat(answer.statusCode()).as(asked).isLessThan(500);
        answer.headers().firstValue("Location").ifPresent(to -> {
            URI there = answer.uri().resolve(to);
            assertThat(there.getScheme()).as(asked + " leads to " + to).isIn("http", "https");
            assertThat(there.getHost())
                    .as(asked + " leads to " + to)
                    .isEqualTo(answer.uri().getHost());
            assertThat(to).as(asked).doesNotStartWith("//").doesNotContain("\\");
        });
        assertThat(answer.headers().allValues("Set-Cookie")).as(asked).noneMatch(cookie -> cookie.contains("=evil"));
    }

    private static HttpResponse<String> ask(Route route, Guest guest, String away) {
        String path = world.things().in(route.path());
        StringBuilder fields = new StringBuilder();
        FIELDS.forEach(field ->
                fields.append('&').append(field).append('=').append(URLEncoder.encode(away, StandardCharsets.UTF_8)));
        if (route.method().equals("GET")) {
            return world.sender().get(path + (path.contains("?") ? "" : "?") + fields, guest);
        }
        String body = world.things().in(route.body());
        return world.sender().post(path, guest, From.HERE, route.json() ? body : fields.substring(1) + "&" + body);
    }
}
