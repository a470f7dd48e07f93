package org.broadsheet.reader.request;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Optional;
import org.broadsheet.base.Settings;
import org.broadsheet.base.http.Cookies;
import org.broadsheet.base.http.FromHere;
import org.broadsheet.base.http.PaperCookies;
import org.broadsheet.reader.Known;
import org.broadsheet.reader.Role;
import org.broadsheet.reader.Session;
import org.broadsheet.reader.SessionCookie;
import org.broadsheet.reader.Sessions;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Says of a request who sends it. */
@Component
public class WhoAsks {
    private final SessionCookie cookie;
    private final Sessions sessions;
    private final PaperCookies cookies;
    private final Settings settings;
    private final InstantSource clock;

    WhoAsks(SessionCookie cookie, Sessions sessions, PaperCookies cookies, Settings settings, InstantSource clock) {
        this.cookie = cookie;
        this.sessions = sessions;
        this.cookies = cookies;
        this.settings = settings;
        this.clock = clock;
    }

    /** One of the paper's own cookies, by its bare name. */
    public Optional<String> cookie(HttpServletRequest request, String bare) {
        return Cookies.named(cookies.name(bare), header(request));
    }

    /** What the session cookie says; whether it still holds is not asked. */
    public Optional<Session> session(HttpServletRequest request) {
        return cookie(request, SessionCookie.NAME).flatMap(value -> cookie.read(value, clock.instant()));
    }

    /** Who is signed in, as the database has it now. */
    public Optional<Known> known(HttpServletRequest request) {
        return session(request).flatMap(sessions::known);
    }

    /** Who is signed in with a role that may do what the wanted one may. */
    public Optional<Known> staff(HttpServletRequest request, Role wanted) {
        return known(request).filter(known -> known.may(wanted));
    }

    /** True for a form that one of the paper's own pages sent; an action for somebody signed in wants it said. */
    public boolean sentFromHere(HttpServletRequest request) {
        return FromHere.isSaid(request, settings.baseUrl());
    }

    private static String header(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.COOKIE)).orElse("");
    }
}
