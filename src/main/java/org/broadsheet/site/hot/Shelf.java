package org.broadsheet.site.hot;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Buffers that connections borrow while they have something to read or write. */
final class Shelf<T> {
    private final ConcurrentLinkedQueue<T> free = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();
    private final int most;
    private final Supplier<T> make;

    /** @param most kept for the next borrower; more are made when all are out, and let go when they come back */
    Shelf(int most, Supplier<T> make) {
        this.most = most;
        this.make = make;
    }

    T take() {
        T buffer = free.poll();
        if (buffer == null) {
            return make.get();
        }
        count.decrementAndGet();
        return buffer;
    }

    void giveBack(T buffer) {
        if (count.incrementAndGet() <= most) {
            free.add(buffer);
        } else {
            count.decrementAndGet();
        }
    }
}
