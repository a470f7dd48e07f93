package org.broadsheet.base.mail;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Goes round when mail was put in on this node, and every few seconds for what other nodes put in or could not send. */
@Component
class Postman implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final long TIDY_MILLISECONDS = 600_000;

    private final Delivery delivery;
    private final Semaphore bell = new Semaphore(0);
    private volatile @Nullable Thread walk;

    Postman(Delivery delivery) {
        this.delivery = delivery;
    }

    @TransactionalEventListener
    void ring(Outbox.Put put) {
        bell.release();
    }

    @Scheduled(initialDelay = TIDY_MILLISECONDS, fixedDelay = TIDY_MILLISECONDS)
    void tidy() {
        delivery.tidy();
    }

    @Override
    public synchronized void start() {
        if (delivery.able() && walk == null) {
            Thread thread = Thread.ofVirtual().name("postman").unstarted(this::walk);
            walk = thread;
            thread.start();
        }
    }

    private void walk() {
        while (walk != null) {
            try {
                boolean rung = bell.tryAcquire(EVERY.toMillis(), TimeUnit.MILLISECONDS);
                if (rung) {
                    bell.drainPermits();
                }
                boolean more = true;
                while (more && walk != null) {
                    more = delivery.round();
                }
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException failed) {
                LOG.error("mail could not be looked after; trying again", failed);
            }
        }
    }

    @Override
    public synchronized void stop() {
        Thread walking = walk;
        walk = null;
        if (walking != null) {
            bell.release();
            try {
                walking.join(Duration.ofSeconds(25));
            } catch (InterruptedException impatient) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return walk != null;
    }
}
