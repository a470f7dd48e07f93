package org.broadsheet.paywall;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.broadsheet.base.http.PaperCookies;
import org.broadsheet.reader.Session;
import org.broadsheet.reader.SessionCookie;
import org.springframework.stereotype.Component;

/** Looks at passes, and has them made for those who are signed in and have none that is good. */
@Component
class PassDesk {

    private final Passes passes;
    private final PassVoids voids;
    private final PassOffice office;
    private final SessionCookie sessions;
    private final PaperCookies cookies;

    PassDesk(Passes passes, PassVoids voids, PassOffice office, SessionCookie sessions, PaperCookies cookies) {
        this.passes = passes;
        this.sessions = sessions;
        this.voids = voids;
        this.office = office;
        this.cookies = cookies;
    }

    /**
     * Whoever has shown what they have.
     *
     * @param good a pass that holds now
     * @param cookies values of {@code Set-Cookie}
     */
    record Shown(Credentials who, Optional<Pass> good, List<String> cookies) {}

    Optional<Pass> honoured(Credentials who, Instant now) {
        Optional<Pass> pass = who.pass();
        return pass.isPresent() && voids.honours(pass.get(), now) ? pass : Optional.empty();
    }

    /** Waits for the database where there is a session and no pass. A session that does not hold is taken away. */
    Shown ask(Credentials who, Instant now) {
        Optional<Pass> honoured = honoured(who, now);
        if (honoured.isPresent() || who.session().isEmpty()) {
            return new Shown(who, honoured, List.of());
        }
        PassOffice.Issued issued = office.issue(who.session().get());
        if (issued.pass().isEmpty()) {
            return new Shown(
                    who.with(Optional.empty(), Optional.empty()),
                    Optional.empty(),
                    List.of(cookies.clear(SessionCookie.NAME), cookies.clear(Passes.COOKIE)));
        }
        List<String> set = Stream.concat(
                        Stream.of(set(issued.pass().get())),
                        issued
                                .renewed()
                                .map(session ->
                                        cookies.set(SessionCookie.NAME, sessions.write(session), SessionCookie.LIFE))
                                .stream())
                .toList();
        return new Shown(who.with(who.session(), issued.pass()), issued.pass(), set);
    }

    /**
     * True where not even the masthead can be known: signed in, and no pass of the last hour says as what. One that has
     * run out is good enough for that, unless something has changed since.
     */
    boolean mustBeAsked(Credentials who, Instant now) {
        return who.session().isPresent()
                && who.pass()
                        .filter(pass -> pass.issued().plus(PassVoids.KEPT).isAfter(now) && voids.current(pass, now))
                        .isEmpty();
    }

    /** For a reader in a network that every story is open to. */
    String ofInstitution(Instant until, Instant now) {
        Instant end = now.plus(Passes.INSTITUTION_LIFE);
        Pass pass = new Pass(Optional.empty(), Pass.Kind.INSTITUTION, now, until.isBefore(end) ? until : end);
        return cookies.set(Passes.COOKIE, passes.sign(pass), Duration.between(now, pass.until()));
    }

    /** The browser keeps it as long as the session: run out, it still says what the masthead should offer. */
    private String set(Pass pass) {
        return cookies.set(Passes.COOKIE, passes.sign(pass), SessionCookie.LIFE);
    }

    /** True where this is somebody's session with something that opens every story. */
    static boolean subscribes(Credentials who, Session session) {
        return who.pass()
                .filter(pass -> pass.kind() == Pass.Kind.SUBSCRIBER || pass.kind() == Pass.Kind.STAFF)
                .filter(pass -> pass.fits(session.reader()))
                .isPresent();
    }
}
