package org.broadsheet.site.hot.limits;

import java.util.concurrent.atomic.AtomicLong;

/** Memory that slow clients make the paper hold, all of them together. */
public final class Held {
    private final long most;
    private final AtomicLong bytes = new AtomicLong();

    public Held(long most) {
        this.most = most;
    }

    public long bytes() {
        return bytes.get();
    }

    /** @return false where there is no room for more */
    boolean change(int by) {
        return bytes.addAndGet(by) <= most || by <= 0;
    }
}
