package org.broadsheet.base.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.broadsheet.base.Network;

/**
 * So many of something per address in a while, refilled steadily (a token bucket). Kept in this node's memory, for a
 * bounded number of addresses.
 */
public final class RateLimit {

    private static final int ADDRESSES = 50_000;

    private final int most;
    private final Duration within;
    private final InstantSource clock;
    private final Cache<Network, Bucket> buckets;

    /** {@code most} at once, and as many again in every {@code within}. */
    public RateLimit(int most, Duration within, InstantSource clock) {
        this.most = most;
        this.within = within;
        this.clock = clock;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(ADDRESSES)
                .expireAfterAccess(within)
                .build();
    }

    /** True takes one; false is for an answer 429. */
    public boolean allows(InetAddress asker) {
        return buckets.get(Network.ofOne(asker), key -> new Bucket()).take(clock.instant());
    }

    private final class Bucket {

        private double left = most;
        private Instant at = clock.instant();

        private synchronized boolean take(Instant now) {
            long elapsed = Math.max(0, Duration.between(at, now).toMillis());
            left = Math.min(most, left + (double) most * elapsed / within.toMillis());
            at = now;
            if (left < 1) {
                return false;
            }
            left--;
            return true;
        }
    }
}
