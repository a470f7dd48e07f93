package org.broadsheet.site.store;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.broadsheet.paywall.Guard;
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
    private final Text text;
    private final LongAdder reads;
    private final AtomicInteger asked;
    private final long made;
    private final boolean polished;
    private final long begun;
    private final boolean onDisk;

    /**
     * What is the same in every coding.
     *
     * @param type {@code Content-Type}
     * @param guard what has to be known to decide which face a reader gets; absent where the page is for everyone
     * @param headers more of them, which win over the store's own
     */
    record Meta(
            int status, String type, Copy copy, Optional<Guard> guard, Set<String> tags, Map<String, String> headers) {}

    /** @param begun when its rendering began, as {@link Staleness} counts */
    KeptPage(Meta meta, Text text, long begun) {
        this(meta, text, begun, false, false);
    }

    private KeptPage(Meta meta, Text text, long begun, boolean polished, boolean onDisk) {
        this.meta = meta;
        this.text = text;
        this.reads = new LongAdder();
        this.asked = new AtomicInteger();
        this.made = System.nanoTime();
        this.polished = polished;
        this.begun = begun;
        this.onDisk = onDisk;
    }

    private KeptPage(Meta meta, Text text, KeptPage before, boolean polished) {
        this.meta = meta;
        this.text = text;
        this.reads = before.reads;
        this.asked = before.asked;
        this.made = before.made;
        this.polished = polished;
        this.begun = before.begun;
        this.onDisk = false;
    }

    /** As it comes back from the disk. */
    static KeptPage stored(Meta meta, Text text, long begun, boolean polished) {
        return new KeptPage(meta, text, begun, polished, true);
    }

    public int status() {
        return meta.status();
    }

    /** What has to be known to decide which face a reader gets; absent where there is nothing to decide. */
    public Optional<Guard> guard() {
        return meta.guard();
    }

    /** The page in a coding if that has been made. */
    public @Nullable Form form(Encoding encoding) {
        return text.form(encoding);
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

    long begun() {
        return begun;
    }

    /** True while the disk has it as it is. */
    boolean onDisk() {
        return onDisk;
    }

    Meta meta() {
        return meta;
    }

    Text text() {
        return text;
    }

    KeptPage with(Text by) {
        return new KeptPage(meta, by, this, polished);
    }

    KeptPage polished(Text small) {
        return new KeptPage(meta, small, this, true);
    }

    int weight() {
        return OVERHEAD + text.weight();
    }
}
