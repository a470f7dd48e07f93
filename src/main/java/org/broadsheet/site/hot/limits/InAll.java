package org.broadsheet.site.hot.limits;

import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.NetworkConnectionLimit;

/**
 * The ceiling of connections: at it, no further ones are taken from the system's queue until one has ended. Who waits
 * there waits for a moment; {@link Watch} ends idle connections sooner meanwhile.
 */
public final class InAll extends NetworkConnectionLimit {
    private final Connector connector;
    private final TurnedAway turnedAway;
    private volatile boolean full;

    public InAll(int most, Connector connector, TurnedAway turnedAway) {
        super(most, connector);
        this.connector = connector;
        this.turnedAway = turnedAway;
    }

    public boolean full() {
        return full;
    }

    @Override
    protected void limit() {
        full = true;
        turnedAway.count(TurnedAway.Why.FULL, connector.getName() == null ? "the door" : connector.getName());
        super.limit();
    }

    @Override
    protected void unlimit() {
        full = false;
        super.unlimit();
    }
}
