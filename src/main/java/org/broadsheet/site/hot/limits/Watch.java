package org.broadsheet.site.hot.limits;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Ends the connections of clients that are too slow. By the clock: a timeout that starts anew with each octet never ends
 * a client that sends, or takes, one now and then, and a look at what arrives misses one that sends nothing more.
 */
public final class Watch extends AbstractLifeCycle {
    private final AbstractConnector connector;
    private final Patience patience;
    private final BooleanSupplier full;
    private final TurnedAway turnedAway;
    private volatile Scheduler.@Nullable Task next;

    /** @param full while there is no room for further connections */
    public Watch(AbstractConnector connector, Patience patience, BooleanSupplier full, TurnedAway turnedAway) {
        this.connector = connector;
        this.patience = patience;
        this.full = full;
        this.turnedAway = turnedAway;
    }

    @Override
    protected void doStart() {
        lookAgain();
    }

    @Override
    protected void doStop() {
        Scheduler.Task task = next;
        if (task != null) {
            task.cancel();
        }
    }

    private void lookAgain() {
        next = connector.getScheduler().schedule(this::look, patience.look().toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            long now = System.nanoTime();
            boolean hurry = full.getAsBoolean();
            for (EndPoint endPoint : connector.getConnectedEndPoints()) {
                if (endPoint.getConnection() instanceof Watched watched && watched.tooSlow(now)) {
                    end(endPoint, TurnedAway.Why.TOO_SLOW);
                } else if (hurry && idle(endPoint)) {
                    end(endPoint, TurnedAway.Why.IDLE_WHEN_FULL);
                }
            }
        } finally {
            if (isRunning()) {
                lookAgain();
            }
        }
    }

    private boolean idle(EndPoint endPoint) {
        return endPoint instanceof AbstractEndPoint known
                && known.isFillInterested()
                && known.getIdleFor() > patience.idleWhenFull().toMillis();
    }

    /** Quietly: whoever reads from, or writes to, this client finds it gone, which is nobody's mistake. */
    private void end(EndPoint endPoint, TurnedAway.Why why) {
        turnedAway.count(why, String.valueOf(endPoint.getRemoteSocketAddress()));
        endPoint.close(new EofException(why.text()));
    }
}
