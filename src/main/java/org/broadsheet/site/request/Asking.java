package org.broadsheet.site.request;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.broadsheet.base.http.ForOne;
import org.broadsheet.reader.Known;
import org.broadsheet.reader.Session;
import org.broadsheet.reader.request.WhoAsks;
import org.broadsheet.site.assembly.Variants;
import org.broadsheet.site.hot.Visitors;
import org.broadsheet.site.page.Variant;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What pages that are made for one reader's request have in common: who asks, and the reader's variant. */
@Component
public class Asking {
    private final Visitors visitors;
    private final WhoAsks who;
    private final InstantSource clock;

    Asking(Visitors visitors, WhoAsks who, InstantSource clock) {
        this.visitors = visitors;
        this.who = who;
        this.clock = clock;
    }

    public Variant variant(HttpServletRequest request) {
        return Variants.of(
                visitors.recognise(header(request, HttpHeaders.COOKIE), header(request, HttpHeaders.USER_AGENT))
                        .copy(request.getRequestURI())
                        .variant());
    }

    public Instant now() {
        return clock.instant();
    }

    /** See {@link WhoAsks#cookie}. */
    public Optional<String> cookie(HttpServletRequest request, String bare) {
        return who.cookie(request, bare);
    }

    /** See {@link WhoAsks#session}. */
    public Optional<Session> session(HttpServletRequest request) {
        return who.session(request);
    }

    /** See {@link WhoAsks#known}. */
    public Optional<Known> known(HttpServletRequest request) {
        return who.known(request);
    }

    /** See {@link WhoAsks#sentFromHere}. */
    public boolean sentFromHere(HttpServletRequest request) {
        return who.sentFromHere(request);
    }

    /** See {@link ForOne#page}. */
    public static ResponseEntity<byte[]> page(int status, byte[] page) {
        return ForOne.page(status, page);
    }

    /** See {@link ForOne#onward}. */
    public static ResponseEntity<byte[]> onward(String path) {
        return ForOne.onward(path);
    }

    private static String header(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getHeader(name)).orElse("");
    }
}
