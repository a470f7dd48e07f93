package org.broadsheet.site.hot.limits;

/** A connection that knows how long it has been waiting for its client. */
public interface Watched {
    /**
     * Asked now and then, by one thread, whoever else has the connection.
     *
     * @param now by {@link System#nanoTime}
     */
    boolean tooSlow(long now);
}
