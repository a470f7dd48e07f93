package org.broadsheet.gift;

import java.time.InstantSource;
import java.util.Optional;
import org.broadsheet.base.db.Change;
import org.broadsheet.base.db.ChangeNotices;
import org.broadsheet.base.db.NamedSql;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Lets this node's passes know what was revoked, on whichever node: it listens first and then reads what was revoked while it
 * was not there, so that nothing falls between the two.
 */
@Component
class Revocations implements SmartLifecycle {
    /** After the notices are heard and before the web server answers anybody. */
    private static final int BEFORE_THE_WEB = -900;

    private final GiftSql sql;
    private final GiftPasses passes;
    private final ChangeNotices notices;
    private final InstantSource clock;
    private ChangeNotices.@Nullable Listening listening;

    Revocations(Jdbi jdbi, GiftPasses passes, ChangeNotices notices, InstantSource clock) {
        this.sql = NamedSql.of(jdbi, GiftSql.class);
        this.passes = passes;
        this.notices = notices;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        if (listening == null) {
            listening = notices.listen(this::heard);
            readAll();
        }
    }

    private void heard(Change change) {
        if (change.equals(Change.EVERYTHING)) {
            readAll();
        } else if (change.kind().equals(Gifts.REVOKED)) {
            number(change.key()).ifPresent(gift -> passes.revoked(gift, clock.instant()));
        }
    }

    /** What was revoked longer ago than a gift lives has run out by itself. */
    private void readAll() {
        sql.revokedSince(clock.instant().minus(Gifts.LIFE)).forEach(gift -> passes.revoked(gift, clock.instant()));
    }

    /** Anybody may announce a change: a key that is no number is nobody's. */
    private static Optional<GiftId> number(String key) {
        return key.matches("[1-9][0-9]{0,17}") ? Optional.of(new GiftId(Long.parseLong(key))) : Optional.empty();
    }

    @Override
    public synchronized void stop() {
        if (listening != null) {
            listening.close();
            listening = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return listening != null;
    }

    @Override
    public int getPhase() {
        return BEFORE_THE_WEB;
    }
}
