package org.broadsheet.paywall;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.broadsheet.base.db.Change;
import org.broadsheet.base.db.ChangeNotices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Which passes are good no longer although they have not run out: those issued before what they say may have changed, by
 * the change {@code standing:<reader>} or, of institutions, {@code institution:<name>}. A pass is dated from before the database was asked, so one that was being made
 * while the change came is void too.
 *
 * <p>A node that starts cannot know what was voided before it listened; it honours only passes issued since. So does one
 * that was away from the database for too long. Making a new pass takes one look-up.
 */
@Component
public class PassVoids implements SmartLifecycle {

    /**
     * How far the clocks of two nodes may differ. A void reaches so far into the future, and a pass from further than that
     * is not honoured; for that long passes are merely made anew.
     */
    static final Duration MARGIN = Duration.ofSeconds(30);

    /** Where more readers than this changed within a pass's life, all passes are made anew. */
    private static final int MOST = 100_000;

    /** After the change notices, before the web server. */
    private static final int WHEN_IT_IS_HEARD = -900;

    /** Also passes that have run out say something: whether the masthead offers a subscription. */
    static final Duration KEPT = Duration.ofHours(1);

    /** What a reader's pass has to be issued after. */
    private final Map<Long, Instant> voids = new ConcurrentHashMap<>();

    private final InstantSource clock;
    /** What any pass has to be issued after, but an institution's. */
    private volatile Instant all;

    /**
     * What an institution's has to be issued after. Without the margin: a reader who has just been let in must not be kept
     * waiting.
     */
    private volatile Instant ofInstitutions;

    private volatile Instant swept;

    @Autowired
    public PassVoids(ChangeNotices notices, InstantSource clock) {
        this(clock);
        notices.listen(this::hear);
    }

    PassVoids(InstantSource clock) {
        this.clock = clock;
        this.all = Instant.MAX;
        this.ofInstitutions = Instant.MAX;
        this.swept = clock.instant();
    }

    /** This node hears of changes from now on. */
    @Override
    public void start() {
        everything();
    }

    /** True where what the pass says is still so, as far as this node has heard. Never waits. */
    public boolean honours(Pass pass, Instant now) {
        Instant since = pass.kind() == Pass.Kind.INSTITUTION ? ofInstitutions : all;
        return now.isBefore(pass.until()) && pass.issued().isAfter(since) && current(pass, now);
    }

    /** True unless something has been heard that may change what the pass says, whether or not it has run out. */
    boolean current(Pass pass, Instant now) {
        if (pass.issued().isAfter(now.plus(MARGIN))) {
            return false;
        }
        if (voids.isEmpty() || pass.reader().isEmpty()) {
            return true;
        }
        Instant since = voids.get(pass.reader().get().value());
        return since == null || pass.issued().isAfter(since);
    }

    void hear(Change change) {
        if (change.equals(Change.EVERYTHING)) {
            everything();
        } else if (change.kind().equals("institution")) {
            ofInstitutions = clock.instant();
        } else if (change.kind().equals("standing")) {
            if (change.key().matches("[1-9][0-9]{0,17}")) {
                one(Long.parseLong(change.key()));
            } else {
                everything();
            }
        }
    }

    private void one(long reader) {
        Instant now = clock.instant();
        voids.put(reader, now.plus(MARGIN));
        if (now.isAfter(swept.plusSeconds(60)) || voids.size() > MOST) {
            swept = now;
            Instant old = now.minus(KEPT);
            voids.values().removeIf(since -> since.isBefore(old));
            if (voids.size() > MOST) {
                everything();
            }
        }
    }

    private void everything() {
        Instant now = clock.instant();
        ofInstitutions = now;
        all = now.plus(MARGIN);
        voids.clear();
    }

    @Override
    public void stop() {
        all = Instant.MAX;
        ofInstitutions = Instant.MAX;
    }

    @Override
    public boolean isRunning() {
        return !all.equals(Instant.MAX);
    }

    @Override
    public int getPhase() {
        return WHEN_IT_IS_HEARD;
    }
}
