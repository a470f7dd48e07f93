package org.broadsheet.site.gifts;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.broadsheet.site.browser.Robots;
import org.springframework.http.HttpHeaders;

/** Who follows a gift's link, as far as the request tells. Only a person takes one of the link's places. */
enum Follower {
    /** A browser in which somebody opened the link. */
    PERSON,
    /** Fetches the page to show a card of it, or shows it inside another page. */
    ROBOT,
    /** A browser that fetches what somebody may open later. */
    PREFETCH;

    private static final List<String> PURPOSES = List.of("Sec-Purpose", "Purpose", "X-Purpose", "X-Moz");
    private static final Set<String> FRAMES = Set.of("iframe", "frame", "embed", "object");

    static Follower of(HttpServletRequest request) {
        boolean early = PURPOSES.stream()
                .flatMap(name -> header(request, name).stream())
                .anyMatch(
                        purpose -> Stream.of("prefetch", "prerender", "preview").anyMatch(purpose::contains));
        if (early) {
            return PREFETCH;
        }
        String browser =
                Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT)).orElse("");
        return browser.isEmpty() || isRobot(browser) || !opensPage(request) ? ROBOT : PERSON;
    }

    /** A browser that a program drives opens pages as one that a hand drives does; what draws cards says its own name. */
    private static boolean isRobot(String browser) {
        return Robots.isRobot(browser.replace("HeadlessChrome/", "Chrome/"));
    }

    /**
     * Every browser that the paper supports says over https what it fetches for; where none does, its name has to do. By
     * way of a service worker the destination is empty, and the mode still says that a page is being opened.
     */
    private static boolean opensPage(HttpServletRequest request) {
        Optional<String> mode = header(request, "Sec-Fetch-Mode");
        Optional<String> destination = header(request, "Sec-Fetch-Dest");
        boolean framed = destination.filter(FRAMES::contains).isPresent();
        return !framed
                && mode.map("navigate"::equals)
                        .orElse(destination.map("document"::equals).orElse(true));
    }

    private static Optional<String> header(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getHeader(name)).map(value -> value.toLowerCase(Locale.ROOT));
    }
}
