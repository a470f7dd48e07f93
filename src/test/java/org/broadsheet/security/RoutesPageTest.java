package org.broadsheet.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.web.servlet.DispatcherServlet;

/** The table of routes is whole, and there is no other way in. */
class RoutesPageTest {
    private static final List<String> OTHER_METHODS = List.of("PUT", "PATCH", "DELETE", "TRACE", "PROPFIND");

    @RegisterExtension
    static final World world = World.start();

    @Test
    void every_route_of_the_paper_is_in_the_table_and_no_other_is() {
        Set<String> known = new TreeSet<>();
        Routes.table().forEach(route -> known.add(route.key()));
        assertThat(known)
                .as("src/test/resources/security/routes.txt: say of a new route whom it is for")
                .isEqualTo(Routes.of(world.paper()));
    }

    @Test
    void what_changes_something_is_never_answered_to_get_or_head() {
        assertThat(Routes.changing())
                .isNotEmpty()
                .allSatisfy(
                        route -> assertThat(route.method()).as(route.toString()).isEqualTo("POST"));
    }

    @Test
    void nothing_is_answered_by_spring_but_these_routes() {
        world.paper().get("/health/live");
        assertThat(world.paper().door(DispatcherServlet.class).getHandlerMappings())
                .isNotNull()
                .extracting(mapping -> mapping.getClass().getSimpleName())
                .isSubsetOf(
                        "RequestMappingHandlerMapping",
                        "BeanNameUrlHandlerMapping",
                        "RouterFunctionMapping",
                        "SimpleUrlHandlerMapping",
                        "WelcomePageHandlerMapping",
                        "WelcomePageNotAcceptableHandlerMapping");
        for (String path : List.of(
                "/actuator",
                "/actuator/env",
                "/h2-console",
                "/.git/config",
                "/.env",
                "/swagger-ui",
                "/login",
                "/logout",
                "/application.properties",
                "/WEB-INF/web.xml",
                "/META-INF/MANIFEST.MF",
                "/broadsheet.yaml",
                "/static/",
                "/webjars/")) {
            assertThat(world.paper().get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void methods_that_nobody_needs_are_refused_and_trace_gives_nothing_back() {
        Guest guest = world.guest(Guest.Kind.SUBSCRIBER);
        for (String method : OTHER_METHODS) {
            for (String path : List.of("/", "/search", "/text-size", world.path(org.broadsheet.story.Reach.EVERYONE))) {
                HttpResponse<String> answer = world.sender().send(method, path, guest, Sender.From.HERE, "");
                assertThat(answer.statusCode()).as(method + " " + path).isBetween(400, 501);
                assertThat(answer.body()).as(method + " " + path).doesNotContain(guest.cookies());
            }
        }
    }

    /** HAProxy adds a line below what the asker wrote; nginx writes on in the same. Either way the last address counts. */
    @Test
    void a_line_that_a_proxy_adds_counts_and_not_the_one_that_the_asker_wrote() {
        HttpRequest request = HttpRequest.newBuilder(world.paper().at("/metrics"))
                .header("X-Forwarded-For", "127.0.0.1")
                .header("X-Forwarded-For", "203.0.113.9")
                .build();
        assertThat(world.paper().send(request).statusCode()).isEqualTo(404);
    }

    /** The most careless proxy there is: no X-Forwarded-For, and the paper's own host in the place of the reader's. */
    @Test
    void the_demos_pages_are_not_there_in_a_paper_of_somebodys_own() throws Exception {
        World own = World.start(Map.of("BASE_URL", "https://paper.example"));
        try {
            assertThat(own.paper().get("/outbox").statusCode()).isEqualTo(404);
        } finally {
            own.paper().close();
        }
    }
}
