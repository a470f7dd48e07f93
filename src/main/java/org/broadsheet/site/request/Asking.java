package org.broadsheet.site.request;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.broadsheet.base.Settings;
import org.broadsheet.base.http.FromHere;
import org.broadsheet.base.http.PaperCookies;
import org.broadsheet.reader.Known;
import org.broadsheet.reader.Session;
import org.broadsheet.reader.SessionCookie;
import org.broadsheet.reader.Sessions;
import org.broadsheet.site.assembly.Variants;
import org.broadsheet.site.hot.Visitors;
import org.broadsheet.site.hot.head.Cookies;
import org.broadsheet.site.page.Variant;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What pages that are made for one request have in common: who asks, the reader's variant, and that nobody keeps them. */
@Component
public class Asking {
    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=utf-8");
    private static final String KEPT_BY_NOBODY = "private, no-store";

    private final Visitors visitors;
    private final SessionCookie cookie;
    private final Sessions sessions;
    private final PaperCookies cookies;
    private final Settings settings;
    private final InstantSource clock;

    Asking(Visitors visitors, SessionCookie cookie, Sessions sessions, Settings settings, InstantSource clock) {
        this.visitors = visitors;
        this.cookie = cookie;
        this.sessions = sessions;
        this.cookies = new PaperCookies(settings);
        this.settings = settings;
        this.clock = clock;
    }

    public Variant variant(HttpServletRequest request) {
        String browser =
                Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT)).orElse("");
        return Variants.of(visitors.recognise(cookies(request), browser)
                .copy(request.getRequestURI())
                .variant());
    }

    public Instant now() {
        return clock.instant();
    }

    /** One of the paper's own cookies, by its bare name. */
    public Optional<String> cookie(HttpServletRequest request, String bare) {
        return Cookies.named(cookies.name(bare), cookies(request));
    }

    /** What the session cookie says; whether it still holds is not asked. */
    public Optional<Session> session(HttpServletRequest request) {
        return cookie(request, SessionCookie.NAME).flatMap(value -> cookie.read(value, clock.instant()));
    }

    /** Who is signed in, as the database has it now. */
    public Optional<Known> known(HttpServletRequest request) {
        return session(request).flatMap(sessions::known);
    }

    /** True for a form that one of the paper's own pages sent; an action for somebody signed in wants it said. */
    public boolean sentFromHere(HttpServletRequest request) {
        return FromHere.isSaid(request, settings.baseUrl());
    }

    public static ResponseEntity<byte[]> page(int status, byte[] page) {
        return ResponseEntity.status(status)
                .contentType(HTML)
                .header(HttpHeaders.CACHE_CONTROL, KEPT_BY_NOBODY)
                .body(page);
    }

    /** 303, to a path of this paper. */
    public static ResponseEntity<byte[]> onward(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .header(HttpHeaders.CACHE_CONTROL, KEPT_BY_NOBODY)
                .build();
    }

    private static String cookies(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.COOKIE)).orElse("");
    }
}
