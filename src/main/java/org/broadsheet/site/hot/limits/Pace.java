package org.broadsheet.site.hot.limits;

/** How fast a client sends and takes, seen from outside by looking now and then. Used by one thread. */
public final class Pace {
    /** What a connection waits for its client to do. */
    public enum Waits {
        FOR_NOTHING,
        FOR_HEAD,
        FOR_BODY,
        FOR_TAKING
    }

    private final Patience patience;
    private Waits waits = Waits.FOR_NOTHING;
    private long message;
    private long octets;
    private long since;

    public Pace(Patience patience) {
        this.patience = patience;
    }

    /**
     * @param nowWaits for what
     * @param nowMessage which one this is; another one begins anew
     * @param nowOctets that have come or gone in all
     * @param now by {@link System#nanoTime}
     */
    public boolean tooSlow(Waits nowWaits, long nowMessage, long nowOctets, long now) {
        if (nowWaits != waits || nowMessage != message) {
            waits = nowWaits;
            message = nowMessage;
            octets = nowOctets;
            since = now;
        }
        return now - since > allowed(nowOctets - octets);
    }

    private long allowed(long moved) {
        return switch (waits) {
            case FOR_NOTHING -> Long.MAX_VALUE;
            case FOR_HEAD -> patience.head().toNanos();
            case FOR_BODY, FOR_TAKING -> patience.nanosFor(moved);
        };
    }
}
