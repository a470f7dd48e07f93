package org.broadsheet.reader.password;

import java.text.Normalizer;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Keeps and compares passwords. Each takes some 19 MB and a twentieth of a second, so a few at once and the others wait:
 * memory is bounded by that, and so is what a crowd of guessers can take from readers. Never called in a transaction, which
 * would hold its connection for as long.
 */
@Component
public class Hashing {
    private static final int AT_ONCE = 2;
    private static final int PATIENCE_SECONDS = 10;

    private final Argon2 cost;
    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final AtomicLong done = new AtomicLong();
    private final Argon2.Kept nobodys;

    @Autowired
    Hashing() {
        this(Argon2.OWASP);
    }

    Hashing(Argon2 cost) {
        this.cost = cost;
        this.nobodys = new Argon2.Kept(cost, new byte[16], new byte[32]);
    }

    /** The password as it is to be kept. */
    public String keep(String password) {
        return inTurn(() -> cost.keep(normal(password)));
    }

    /**
     * Whether it is the password. Where there is none to compare with, the same work is done for nothing, so that the time
     * does not say so.
     */
    public boolean matches(Optional<String> kept, String password) {
        Optional<Argon2.Kept> readable = kept.flatMap(Argon2::read);
        boolean same = inTurn(() -> Argon2.matches(readable.orElse(nobodys), normal(password)));
        return same && readable.isPresent();
    }

    /** Whether it was kept at a lower cost than today's. */
    public boolean old(String kept) {
        return Argon2.read(kept).filter(read -> read.cost().equals(cost)).isEmpty();
    }

    /** How often this node has hashed: what takes the same number takes the same time. */
    public long done() {
        return done.get();
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new TooBusy();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new TooBusy();
        }
        try {
            done.incrementAndGet();
            return work.get();
        } finally {
            places.release();
        }
    }

    /** The same letters, however a keyboard composes them (NIST SP 800-63B, 3.1.1.2). */
    static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }
}
