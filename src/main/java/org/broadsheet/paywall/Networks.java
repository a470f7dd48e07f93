package org.broadsheet.paywall;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.broadsheet.base.db.Change;
import org.broadsheet.base.db.ChangeNotices;
import org.broadsheet.plan.Entitlement;
import org.broadsheet.plan.Entitlements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Makes passes of the networks of institutions. A pass lives no longer than a reader's, so that one that is carried home or
 * handed on is worth minutes; a whole university behind one address costs one look-up in that time.
 */
@Component
class Networks {

    private static final int ADDRESSES = 50_000;

    /** An address that is in no institution's network is not asked about again for so long. */
    private static final Duration REFUSED_FOR = Duration.ofMinutes(1);

    private final Entitlements entitlements;
    private final PassVoids voids;
    private final InstantSource clock;
    private volatile Cache<InetAddress, Looked> looked = cache();

    /** What the database said of an address. @param asked before it was */
    private record Looked(Optional<Pass> pass, Instant asked) {}

    @Autowired
    Networks(Entitlements entitlements, PassVoids voids, ChangeNotices notices, InstantSource clock) {
        this(entitlements, voids, clock);
        notices.listen(this::hear);
    }

    Networks(Entitlements entitlements, PassVoids voids, InstantSource clock) {
        this.entitlements = entitlements;
        this.voids = voids;
        this.clock = clock;
    }

    /** The pass of whoever comes from there now. Waits for the database, if need be. */
    Optional<Pass> pass(InetAddress from) {
        Looked found = looked.asMap()
                .compute(
                        from,
                        (address, before) ->
                                before != null && good(before) ? before : lookUp(address, clock.instant()));
        return found.pass();
    }

    private boolean good(Looked before) {
        Instant now = clock.instant();
        return before.pass()
                .map(pass -> voids.honours(pass, now))
                .orElseGet(() -> now.isBefore(before.asked().plus(REFUSED_FOR)));
    }

    private Looked lookUp(InetAddress from, Instant now) {
        Instant end = now.plus(Passes.LIFE);
        Optional<Pass> pass = entitlements
                .at(from, now)
                .map(Entitlement::until)
                .filter(now::isBefore)
                .map(until ->
                        new Pass(Optional.empty(), Pass.Kind.INSTITUTION, now, until.isBefore(end) ? until : end));
        return new Looked(pass, now);
    }

    void hear(Change change) {
        if (change.equals(Change.EVERYTHING) || change.kind().equals("institution")) {
            looked = cache();
        }
    }

    private static Cache<InetAddress, Looked> cache() {
        return Caffeine.newBuilder()
                .maximumSize(ADDRESSES)
                .expireAfterWrite(Passes.LIFE)
                .executor(Runnable::run)
                .build();
    }
}
