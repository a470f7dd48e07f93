package org.broadsheet.security;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.broadsheet.testing.TestPaper;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The routes there are, and the routes that the table knows. */
final class Routes {
    private static final String TABLE = "/security/routes.txt";

    private Routes() {}

    static List<Route> table() {
        try (InputStream file = Objects.requireNonNull(Routes.class.getResourceAsStream(TABLE))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Route::of)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static List<Route> changing() {
        return table().stream().filter(Route::changes).toList();
    }

    static List<Route> reading() {
        return table().stream()
                .filter(route -> !route.changes() && route.method().equals("GET"))
                .toList();
    }

    /** {@code POST /feedback}, for every handler that Spring has. */
    static SortedSet<String> of(TestPaper paper) {
        SortedSet<String> routes = new TreeSet<>();
        paper.door(RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(mapping -> patterns(mapping)
                        .forEach(pattern -> methods(mapping)
                                .map(method -> method + " " + pattern)
                                .forEach(routes::add)));
        return routes;
    }

    private static Stream<String> patterns(RequestMappingInfo mapping) {
        return mapping.getPatternValues().stream();
    }

    private static Stream<String> methods(RequestMappingInfo mapping) {
        var methods = mapping.getMethodsCondition().getMethods();
        return methods.isEmpty() ? Stream.of("*") : methods.stream().map(RequestMethod::name);
    }
}
