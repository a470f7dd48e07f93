package org.broadsheet.site.store;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.broadsheet.story.Access;
import org.broadsheet.story.Reach;
import org.jspecify.annotations.Nullable;

/** A finished page. Immutable but for the count of its readers, which its better-compressed successor takes over. */
public final class KeptPage {
    /**
     * Making a page as small as it gets takes some 46 ms and saves each reader a quarter of it. What is read less often
     * than this before it changes costs more than it saves, and an archive is read story by story.
     */
    static final int WORTH_POLISHING = 15;

    /** About what a page's own objects take besides its texts. */
    private static final int OVERHEAD = 512;

    private final Meta meta;
    private final Text open;
    private final @Nullable Text whole;
    private final LongAdder reads;
    private final AtomicInteger asked;
    private final long made;
    private final boolean polished;

    /**
     * What is the same in every coding.
     *
     * @param type {@code Content-Type}
     * @param reach whom the guarded part is for; absent where all of the page is for everyone
     * @param headers more of them, which win over the store's own
     */
    record Meta(
            int status, String type, Copy copy, Optional<Reach> reach, Set<String> tags, Map<String, String> headers) {}

    KeptPage(Meta meta, Text open, @Nullable Text whole) {
        this.meta = meta;
        this.open = open;
        this.whole = whole;
        this.reads = new LongAdder();
        this.asked = new AtomicInteger();
        this.made = System.nanoTime();
        this.polished = false;
    }

    private KeptPage(Meta meta, Text open, @Nullable Text whole, KeptPage before, boolean polished) {
        this.meta = meta;
        this.open = open;
        this.whole = whole;
        this.reads = before.reads;
        this.asked = before.asked;
        this.made = before.made;
        this.polished = polished;
    }

    public int status() {
        return meta.status();
    }

    /** Whom the guarded part is for; absent where nothing is guarded and there is nothing to decide. */
    public Optional<Reach> reach() {
        return meta.reach();
    }

    /** What anyone may see, in a coding if it has been made. */
    public @Nullable Form form(Encoding encoding) {
        return open.form(encoding);
    }

    /** What this access opens, in a coding if it has been made. */
    public @Nullable Form form(Access access, Encoding encoding) {
        return text(access).form(encoding);
    }

    Text text(Access access) {
        return switch (access) {
            case Access.Full() -> whole == null ? open : whole;
            case Access.Preview(Access.Reason why) -> open;
        };
    }

    /** Somebody, not a robot, has read it. */
    public void read() {
        reads.increment();
    }

    /** How often it has been read since that was last asked. */
    long takeReads() {
        return reads.sumThenReset();
    }

    /** True once, when it has been asked for so often that it is worth more work. */
    boolean worthPolishing() {
        return asked.getAndIncrement() == WORTH_POLISHING;
    }

    /** True when it has stood so long that no change will come soon, as far as anybody can tell. */
    boolean stoodFor(Duration time) {
        return System.nanoTime() - made >= time.toNanos();
    }

    /** True once its bodies are as small as they get. */
    public boolean polished() {
        return polished;
    }

    Meta meta() {
        return meta;
    }

    Text open() {
        return open;
    }

    @Nullable
    Text whole() {
        return whole;
    }

    KeptPage with(Text replaced, Text by) {
        return new KeptPage(meta, open == replaced ? by : open, whole == replaced ? by : whole, this, polished);
    }

    KeptPage polished(Text smallOpen, @Nullable Text smallWhole) {
        return new KeptPage(meta, smallOpen, smallWhole, this, true);
    }

    int weight() {
        return OVERHEAD + open.weight() + (whole == null ? 0 : whole.weight());
    }
}
