package org.broadsheet.paywall;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.broadsheet.base.db.Change;
import org.broadsheet.base.db.ChangeNotices;
import org.broadsheet.plan.Entitlement;
import org.broadsheet.plan.Entitlements;
import org.broadsheet.reader.Known;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.reader.Session;
import org.broadsheet.reader.Sessions;
import org.springframework.stereotype.Component;

/**
 * Makes passes of sessions. What was found for a reader is remembered as long as the pass would live, so that a browser
 * that does not keep its pass, or opens ten stories at once, costs one look-up; a change of the reader's standing drops it,
 * also while it is being looked up.
 */
@Component
class PassOffice {

    private static final int READERS = 20_000;

    /** A session that does not hold will not hold again; asked all the same now and then. */
    private static final Duration REFUSED_FOR = Duration.ofMinutes(1);

    private final Sessions sessions;
    private final Entitlements entitlements;
    private final InstantSource clock;
    private volatile Cache<ReaderId, Issued> issued = cache();

    /**
     * What the database said of a session.
     *
     * @param pass absent where the session does not hold
     * @param renewed the session as it goes on, where it is so old that its cookie should be written again
     * @param asked before the database was
     */
    record Issued(Session session, Optional<Pass> pass, Optional<Session> renewed, Instant asked) {

        private boolean good(Session wanted, Instant now) {
            Instant end = pass.map(Pass::until).orElse(asked.plus(REFUSED_FOR));
            return session.equals(wanted) && now.isBefore(end);
        }
    }

    PassOffice(Sessions sessions, Entitlements entitlements, ChangeNotices notices, InstantSource clock) {
        this.sessions = sessions;
        this.entitlements = entitlements;
        this.clock = clock;
        notices.listen(this::hear);
    }

    /** Waits for the database, if need be. */
    Issued issue(Session session) {
        return issued.asMap()
                .compute(
                        session.reader(),
                        (reader, before) -> before != null && before.good(session, clock.instant())
                                ? before
                                : lookUp(session, clock.instant()));
    }

    private Issued lookUp(Session session, Instant now) {
        Optional<Known> known = sessions.known(session);
        Optional<Session> renewed = known.isPresent() ? sessions.renewed(session, now) : Optional.empty();
        return new Issued(session, known.map(reader -> pass(reader, now)), renewed, now);
    }

    private Pass pass(Known reader, Instant now) {
        Optional<Entitlement> entitled = reader.role().isPresent()
                ? Optional.empty()
                : entitlements.of(reader.id(), now).filter(each -> now.isBefore(each.until()));
        Pass.Kind kind = reader.role().isPresent()
                ? Pass.Kind.STAFF
                : entitled.isPresent() ? Pass.Kind.SUBSCRIBER : Pass.Kind.REGISTERED;
        Instant until = entitled.map(Entitlement::until)
                .filter(end -> end.isBefore(now.plus(Passes.LIFE)))
                .orElse(now.plus(Passes.LIFE));
        return new Pass(Optional.of(reader.id()), kind, now, until);
    }

    private void hear(Change change) {
        if (change.equals(Change.EVERYTHING)) {
            issued = cache();
        } else if (change.kind().equals("standing")) {
            if (change.key().matches("[1-9][0-9]{0,17}")) {
                issued.invalidate(new ReaderId(Long.parseLong(change.key())));
            } else {
                issued = cache();
            }
        }
    }

    private static Cache<ReaderId, Issued> cache() {
        return Caffeine.newBuilder()
                .maximumSize(READERS)
                .executor(Runnable::run)
                .build();
    }
}
