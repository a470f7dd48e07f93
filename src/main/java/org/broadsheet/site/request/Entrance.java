package org.broadsheet.site.request;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.broadsheet.base.Language;
import org.broadsheet.base.Settings;
import org.broadsheet.base.http.PaperCookies;
import org.broadsheet.paywall.Passes;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.reader.Session;
import org.broadsheet.reader.SessionCookie;
import org.broadsheet.reader.Sessions;
import org.broadsheet.reader.SignIns;
import org.broadsheet.site.words.Texts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Where a proof becomes a session, and a session ends: cookies and nothing else. */
@Component
public class Entrance {
    private final Asking asking;
    private final Sessions sessions;
    private final SignIns signIns;
    private final CookieJar jar;
    private final Hooks hooks;

    /** How somebody has shown who they are. */
    public enum Proof {
        PASSWORD,
        LINK,
        PASSKEY,
        PROVIDER
    }

    /** What writes cookies. */
    @Component
    record CookieJar(PaperCookies names, SessionCookie session, Settings settings) {
        Texts texts() {
            return Texts.in(new Language(settings.paper().language().toLanguageTag()));
        }
    }

    /** What others want done. */
    @Component
    record Hooks(ObjectProvider<SecondStep> steps, ObjectProvider<AtSignIn> after) {}

    Entrance(Asking asking, Sessions sessions, SignIns signIns, CookieJar jar, Hooks hooks) {
        this.asking = asking;
        this.sessions = sessions;
        this.signIns = signIns;
        this.jar = jar;
        this.hooks = hooks;
    }

    /** Lets somebody in who has shown one thing, unless more has to be shown. */
    public ResponseEntity<byte[]> enter(HttpServletRequest request, ReaderId reader, Proof proof, String to) {
        return hooks.steps().stream()
                .flatMap(step -> step.instead(request, reader, proof, to).stream())
                .findFirst()
                .orElseGet(() -> letIn(request, reader, to));
    }

    /** Lets somebody in: a new session whatever cookie came along, and the old one of this browser ended. */
    public ResponseEntity<byte[]> letIn(HttpServletRequest request, ReaderId reader, String to) {
        endHere(request);
        String agent =
                Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT)).orElse("");
        Session session = sessions.begin(reader, DeviceName.of(agent, jar.texts()), asking.now());
        List<String> cookies = new ArrayList<>(going(session));
        cookies.add(jar.names().set(SignIns.KNOWN, signIns.knownBrowser(reader), SignIns.KNOWN_LIFE));
        hooks.after().forEach(hook -> cookies.addAll(hook.cookies(request, reader)));
        return onward(Onward.to(to), cookies);
    }

    /** The cookies of a browser whose session goes on as another one. */
    public List<String> going(Session session) {
        return List.of(
                jar.names().set(SessionCookie.NAME, jar.session().write(session), SessionCookie.LIFE),
                jar.names().clear(Passes.COOKIE));
    }

    /** Signs this browser out, whether its session still held or not. */
    public ResponseEntity<byte[]> leave(HttpServletRequest request, String to) {
        endHere(request);
        return onward(Onward.to(to), gone());
    }

    /** The cookies of a browser that is signed out. */
    public List<String> gone() {
        return List.of(jar.names().clear(SessionCookie.NAME), jar.names().clear(Passes.COOKIE));
    }

    /** 303, with cookies. */
    public static ResponseEntity<byte[]> onward(String path, List<String> cookies) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header(HttpHeaders.SET_COOKIE, cookies.toArray(String[]::new))
                .build();
    }

    private void endHere(HttpServletRequest request) {
        asking.session(request)
                .filter(session -> sessions.known(session).isPresent())
                .ifPresent(session -> sessions.end(session.reader(), session.device(), asking.now()));
    }
}
