package org.broadsheet.reader;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.broadsheet.base.Settings;
import org.broadsheet.base.db.Change;
import org.broadsheet.base.db.ChangeNotices;
import org.broadsheet.base.db.NamedSql;
import org.broadsheet.reader.rows.SessionSql;
import org.jdbi.v3.core.Jdbi;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who is signed in, with which browser. */
@Component
@Transactional
public class Sessions {
    /** However often somebody comes back: after so long they sign in again, so that a browser that was lost is lost at last. */
    public static final Duration LONGEST = Duration.ofDays(400);

    /** The same for members of staff (NIST SP 800-63B, 4.1.3). */
    public static final Duration LONGEST_OF_STAFF = Duration.ofDays(30);

    private static final Duration YOUNG = Duration.ofDays(7);
    private static final Duration SEEN_LATELY = Duration.ofHours(1);
    private static final Duration ENDED_KEPT = Duration.ofDays(30);
    private static final int LONGEST_NAME = 120;

    private final SessionSql sql;
    private final ChangeNotices notices;
    private final ApplicationEventPublisher news;
    private final InstantSource clock;
    private final String[] strict;

    Sessions(Jdbi jdbi, ChangeNotices notices, ApplicationEventPublisher news, Settings settings, InstantSource clock) {
        this.sql = NamedSql.of(jdbi, SessionSql.class);
        this.notices = notices;
        this.news = news;
        this.clock = clock;
        this.strict = Arrays.stream(Role.values())
                .filter(role -> role.wantsTwoFactors(settings.signIn().secondFactor()))
                .map(Role::word)
                .toArray(String[]::new);
    }

    /** A browser that somebody is signed in with. */
    public record Device(long id, String name, Instant beganAt, Instant seenAt) {}

    /**
     * Signs a reader in whose right to it has been proven.
     *
     * @param browser its name for the list of devices, cut to 120 characters
     */
    public Session begin(ReaderId reader, String browser, Instant at) {
        int epoch = sql.epoch(reader.value()).orElseThrow();
        String name = browser.substring(0, Math.min(browser.length(), LONGEST_NAME));
        Session session = new Session(reader, sql.begin(reader.value(), name, at), epoch, at);
        news.publishEvent(new ReaderNews.SignedIn(reader));
        return session;
    }

    /**
     * Who this is, if the session holds: the account is there, the epoch its own, the device not signed out and not signed in
     * too long ago. A role that asks for two factors is there only where this browser has shown them.
     */
    @Transactional(readOnly = true)
    public Optional<Known> known(Session session) {
        SessionSql.Asked asked = new SessionSql.Asked(session.reader().value(), session.device(), session.epoch());
        return sql.known(asked, strict, oldest());
    }

    /**
     * The same session from now on, where it holds and its cookie is a week old: whoever comes back stays signed in. Notes that
     * the device was seen.
     */
    public Optional<Session> renewed(Session session, Instant at) {
        if (known(session).isEmpty()) {
            return Optional.empty();
        }
        sql.seen(session.device(), at, at.minus(SEEN_LATELY));
        return session.issued().plus(YOUNG).isBefore(at)
                ? Optional.of(new Session(session.reader(), session.device(), session.epoch(), at))
                : Optional.empty();
    }

    /** Those still signed in, the one used last first. */
    @Transactional(readOnly = true)
    public List<Device> devices(ReaderId reader) {
        return sql.devices(reader.value(), oldest());
    }

    /** Signs one browser out; false when it is none of this reader's, or was out already. */
    public boolean end(ReaderId reader, long device, Instant at) {
        boolean ended = sql.end(reader.value(), device, at);
        if (ended) {
            announce(reader);
        }
        return ended;
    }

    public void endEverywhere(ReaderId reader, Instant at) {
        sql.endOthers(reader.value(), 0, at);
        sql.raiseEpoch(reader.value());
        announce(reader);
        news.publishEvent(new ReaderNews.StandingChanged(reader));
    }

    /** Signs every other browser out; this one goes on with what is returned. */
    public Session endOthers(ReaderId reader, long device, Instant at) {
        sql.endOthers(reader.value(), device, at);
        int epoch = sql.raiseEpoch(reader.value()).orElseThrow();
        announce(reader);
        news.publishEvent(new ReaderNews.StandingChanged(reader));
        return new Session(reader, device, epoch, at);
    }

    private SessionSql.Oldest oldest() {
        Instant now = clock.instant();
        return new SessionSql.Oldest(now.minus(LONGEST), now.minus(LONGEST_OF_STAFF));
    }

    /** Every node is to ask again what this reader may do. */
    public void announce(ReaderId reader) {
        notices.announce(new Change("standing", reader.toString()));
    }

    /** Devices that were signed out long ago, or whose cookies have run out. */
    public void forget(Instant at) {
        sql.forget(at.minus(ENDED_KEPT), at.minus(SessionCookie.LIFE).minus(YOUNG));
    }
}
