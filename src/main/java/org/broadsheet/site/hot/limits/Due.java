package org.broadsheet.site.hot.limits;

import java.io.IOException;
import org.eclipse.jetty.io.EndPoint;

/**
 * What one connection's client has still to send or to take: until when, and how much is held for it meanwhile. Costs
 * nothing where a client is quick; only then does the next request come by.
 */
public final class Due {
    private final Held held;
    private final TurnedAway turnedAway;
    private final EndPoint endPoint;
    private int holding;
    private boolean ended;

    /** By {@link System#nanoTime}; 0 where nothing is due. */
    private volatile long until;

    public Due(Held held, TurnedAway turnedAway, EndPoint endPoint) {
        this.held = held;
        this.turnedAway = turnedAway;
        this.endPoint = endPoint;
    }

    /** What is due already stays due at its time. */
    public void within(long nanos) {
        if (until == 0) {
            until = System.nanoTime() + nanos | 1;
        }
    }

    /** @throws IOException where all slow clients together hold too much, or this one has gone */
    public synchronized void hold(int bytes) throws IOException {
        if (ended) {
            throw new IOException("the client has gone");
        }
        boolean room = held.change(bytes - holding);
        holding = bytes;
        if (!room) {
            turnedAway.count(TurnedAway.Why.MEMORY, String.valueOf(endPoint.getRemoteSocketAddress()));
            throw new IOException(TurnedAway.Why.MEMORY.text());
        }
    }

    /** The client has done it. */
    public void done() {
        if (until != 0) {
            until = 0;
            release();
        }
    }

    /** The client has gone. */
    public synchronized void end() {
        ended = true;
        release();
    }

    public boolean over(long now) {
        long end = until;
        return end != 0 && now - end > 0;
    }

    private synchronized void release() {
        held.change(-holding);
        holding = 0;
    }
}
