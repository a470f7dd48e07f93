package org.broadsheet.paywall.audit.crawl;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** Holds the crawl to its bounds: so many requests, so long, so many at once; and no faster than the paper answers with ease. */
public final class Gate {
    private static final Duration EASE = Duration.ofMillis(250);

    private final AtomicInteger left;
    private final long end;
    private final Semaphore atOnce;

    /**
     * @param most requests in all
     * @param atOnce a live paper has readers too: few
     */
    public Gate(int most, Duration within, int atOnce) {
        this(new AtomicInteger(most), System.nanoTime() + within.toNanos(), new Semaphore(atOnce));
    }

    private Gate(AtomicInteger left, long end, Semaphore atOnce) {
        this.left = left;
        this.end = end;
        this.atOnce = atOnce;
    }

    /** One that lets so many of these through, with the others to the same end. */
    public Gate of(int most) {
        return new Gate(new AtomicInteger(most), end, atOnce);
    }

    /** A request to the paper. */
    interface Request {
        Sent send() throws IOException;
    }

    /** False once a bound is reached, and from then on. */
    boolean isOpen() {
        return left.get() > 0 && System.nanoTime() < end;
    }

    /** Waits for its turn. A paper that takes long for one answer is left alone for as long before the next. */
    Sent through(Request request) throws IOException {
        atOnce.acquireUninterruptibly();
        try {
            left.decrementAndGet();
            long began = System.nanoTime();
            Sent sent = request.send();
            long took = System.nanoTime() - began;
            if (took > EASE.toNanos()) {
                Thread.sleep(
                        Duration.ofNanos(Math.min(took, Duration.ofSeconds(2).toNanos())));
            }
            return sent;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            atOnce.release();
        }
    }
}
