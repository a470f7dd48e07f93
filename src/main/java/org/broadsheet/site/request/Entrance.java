package org.broadsheet.site.request;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.broadsheet.base.Language;
import org.broadsheet.base.Settings;
import org.broadsheet.base.http.Onward;
import org.broadsheet.base.http.PaperCookies;
import org.broadsheet.base.words.Texts;
import org.broadsheet.paywall.Passes;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.reader.Session;
import org.broadsheet.reader.SessionCookie;
import org.broadsheet.reader.Sessions;
import org.broadsheet.reader.SignIns;
import org.broadsheet.reader.second.Halves;
import org.broadsheet.reader.second.SecondFactors;
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
        PROVIDER;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
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
    record Hooks(
            ObjectProvider<SecondStep> steps, ObjectProvider<AtSignIn> after, SecondFactors second, SecurityLog log) {}

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
                .orElseGet(() -> letIn(request, reader, to, new Way(proof.word(), _ -> {})));
    }

    /** Lets somebody in: a new session whatever cookie came along, and the old one of this browser ended. */
    public ResponseEntity<byte[]> letIn(HttpServletRequest request, ReaderId reader, String to) {
        return letIn(request, reader, to, new Way("one-factor", _ -> {}));
    }

    /** Lets somebody in who has shown two things. */
    public ResponseEntity<byte[]> letInByTwo(HttpServletRequest request, ReaderId reader, String to) {
        return letIn(
                request,
                reader,
                to,
                new Way("two-factors", session -> hooks.second().proveTwo(reader, session.device(), session.issued())));
    }

    /** @param word for the log */
    private record Way(String word, Consumer<Session> proof) {}

    private ResponseEntity<byte[]> letIn(HttpServletRequest request, ReaderId reader, String to, Way way) {
        endHere(request);
        String agent =
                Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT)).orElse("");
        Session session = sessions.begin(reader, DeviceName.of(agent, jar.texts()), asking.now());
        way.proof().accept(session);
        hooks.log().note(SecurityLog.What.SIGNED_IN, reader, way.word());
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

    /** The cookies of a browser that is signed out: what was on its way to somebody goes with the session. */
    public List<String> gone() {
        return Stream.of(SessionCookie.NAME, Passes.COOKIE, Halves.COOKIE, SecondFactors.CODES_COOKIE)
                .map(jar.names()::clear)
                .toList();
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
                .ifPresent(session -> {
                    sessions.end(session.reader(), session.device(), asking.now());
                    hooks.log().note(SecurityLog.What.SIGNED_OUT, session.reader(), "here");
                });
    }
}
