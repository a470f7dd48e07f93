package org.broadsheet.site.account;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.broadsheet.base.Network;
import org.broadsheet.base.http.Asker;
import org.broadsheet.reader.Known;
import org.broadsheet.reader.SignIns;
import org.broadsheet.site.page.Variant;
import org.broadsheet.site.request.Asking;
import org.broadsheet.site.request.Entrance;
import org.broadsheet.site.request.SecurityLog;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What every one of readers' own pages asks of a request, and how it refuses. */
@Component
record Reception(Asking asking, Asker asker, AccountPages pages, Entrance entrance, SecurityLog log) {
    private static final int FORBIDDEN = 403;
    static final int REFUSED = 422;
    static final int TOO_MANY = 429;
    private static final long MINUTE = 60;

    Instant now() {
        return asking.now();
    }

    Variant variant(HttpServletRequest request) {
        return asking.variant(request);
    }

    String network(HttpServletRequest request) {
        return Network.ofOne(asker.of(request)).toString();
    }

    SignIns.From from(HttpServletRequest request) {
        return new SignIns.From(
                network(request), asking.cookie(request, SignIns.KNOWN).orElse(""), asker.isLoopback(request));
    }

    static String field(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }

    /** What was typed, for being typed on. */
    static Map<String, String> typed(HttpServletRequest request, String... names) {
        return Arrays.stream(names).collect(Collectors.toMap(name -> name, name -> field(request, name)));
    }

    /** For somebody who is signed in; others are asked to sign in first. */
    ResponseEntity<byte[]> forReader(
            HttpServletRequest request, String here, Function<Known, ResponseEntity<byte[]>> page) {
        return asking.known(request).map(page).orElseGet(() -> Asking.onward("/sign-in?to=" + here));
    }

    /** As {@link #forReader}, for what changes something: one of our own pages must have sent it. */
    ResponseEntity<byte[]> fromReader(
            HttpServletRequest request, String here, Function<Known, ResponseEntity<byte[]>> action) {
        return asking.sentFromHere(request) ? forReader(request, here, action) : elsewhere(request);
    }

    ResponseEntity<byte[]> elsewhere(HttpServletRequest request) {
        return Asking.page(FORBIDDEN, pages.refused(variant(request), pages.say("account.elsewhere")));
    }

    /** Not now: says when. */
    static ResponseEntity<byte[]> later(Duration wait, byte[] page) {
        return ResponseEntity.status(TOO_MANY)
                .contentType(MediaType.parseMediaType("text/html;charset=utf-8"))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds(wait)))
                .body(page);
    }

    /** How long that is, for people: in whole minutes. */
    static long minutes(Duration wait) {
        return Math.max(1, (seconds(wait) + MINUTE - 1) / MINUTE);
    }

    private static long seconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
