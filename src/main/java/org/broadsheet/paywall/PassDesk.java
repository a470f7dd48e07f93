package org.broadsheet.paywall;

import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
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
    private final Makers makers;
    private final SessionCookie sessions;
    private final PaperCookies cookies;

    /** Where passes are made. */
    @Component
    record Makers(PassOffice office, Networks networks) {}

    PassDesk(Passes passes, PassVoids voids, Makers makers, SessionCookie sessions, PaperCookies cookies) {
        this.passes = passes;
        this.sessions = sessions;
        this.voids = voids;
        this.makers = makers;
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

    /**
     * As {@link #ask}, and where the network of an institution opened every story before, it is looked whether it does so
     * still. A pass that has been carried out of it is taken away.
     */
    Shown ask(Credentials who, Supplier<InetAddress> from, Instant now) {
        if (honoured(who, now).isPresent() || !who.cameByNetwork()) {
            return ask(who, now);
        }
        Optional<Pass> fresh = makers.networks().pass(from.get());
        if (fresh.isPresent()) {
            return new Shown(who.with(who.session(), fresh), fresh, List.of(ofInstitution(fresh.get())));
        }
        return who.session().isPresent()
                ? ask(who, now)
                : new Shown(
                        who.with(Optional.empty(), Optional.empty()),
                        Optional.empty(),
                        List.of(cookies.clear(Passes.COOKIE)));
    }

    /** Waits for the database where there is a session and no pass. A session that does not hold is taken away. */
    Shown ask(Credentials who, Instant now) {
        Optional<Pass> honoured = honoured(who, now);
        if (honoured.isPresent() || who.session().isEmpty()) {
            return new Shown(who, honoured, List.of());
        }
        PassOffice.Issued issued = makers.office().issue(who.session().get());
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

    /** The cookie of a reader in a network that every story is open to. */
    Optional<String> ofInstitution(InetAddress from) {
        return makers.networks().pass(from).map(this::ofInstitution);
    }

    private String ofInstitution(Pass pass) {
        return cookies.set(Passes.COOKIE, passes.sign(pass), Passes.INSTITUTION_KEPT);
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
