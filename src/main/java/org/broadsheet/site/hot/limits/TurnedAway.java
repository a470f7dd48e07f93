package org.broadsheet.site.hot.limits;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts where connections were ended or let wait, and says so in the log, once a minute for each reason. */
public final class TurnedAway {
    private static final Logger LOG = LoggerFactory.getLogger(TurnedAway.class);
    private static final long SILENCE = TimeUnit.MINUTES.toNanos(1);

    public enum Why {
        TOO_SLOW("the client was too slow"),
        /** Counts the times, not the clients: these wait in the system's queue. */
        FULL("the paper has as many as CONNECTIONS allows, others wait"),
        IDLE_WHEN_FULL("idle while others wait"),
        SAME_ADDRESS("more from one address than CONNECTIONS_PER_ADDRESS allows"),
        MEMORY("slow clients hold as much memory as they may");

        private final String text;

        Why(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    private final Map<Why, Count> counts = new EnumMap<>(Why.class);

    public TurnedAway() {
        for (Why why : Why.values()) {
            counts.put(why, new Count());
        }
    }

    public long counted(Why why) {
        return of(why).all.sum();
    }

    /** @param who the client, for the log */
    public void count(Why why, String who) {
        Count count = of(why);
        count.all.increment();
        long now = System.nanoTime();
        long said = count.said.get();
        if (now - said > SILENCE && count.said.compareAndSet(said, now)) {
            LOG.warn("connections: {}; {} times since the start, the last at {}", why.text(), count.all.sum(), who);
        }
    }

    private Count of(Why why) {
        return counts.computeIfAbsent(why, each -> new Count());
    }

    private static final class Count {
        private final LongAdder all = new LongAdder();
        private final AtomicLong said = new AtomicLong(System.nanoTime() - SILENCE - 1);
    }
}
