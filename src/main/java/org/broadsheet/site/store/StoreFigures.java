package org.broadsheet.site.store;

import java.util.concurrent.atomic.LongAdder;

/** What the page store and the hot path count, for {@code /metrics}. */
public final class StoreFigures {
    private final LongAdder served = new LongAdder();
    private final LongAdder unchanged = new LongAdder();
    private final LongAdder missed = new LongAdder();
    private final LongAdder rendered = new LongAdder();
    private final LongAdder restored = new LongAdder();
    private final LongAdder overtaken = new LongAdder();
    private final LongAdder polished = new LongAdder();
    private final LongAdder failed = new LongAdder();

    /** What has been counted since the start. */
    public record Counted(
            long served,
            long unchanged,
            long missed,
            long rendered,
            long restored,
            long overtaken,
            long polished,
            long failed) {}

    /** An answer with a page. */
    public void served() {
        served.increment();
    }

    /** An answer 304. */
    public void unchanged() {
        unchanged.increment();
    }

    /** A request for what was not in memory. */
    public void missed() {
        missed.increment();
    }

    /** A page that could not be rendered. */
    public void failed() {
        failed.increment();
    }

    void rendered() {
        rendered.increment();
    }

    /** A page that came back from the disk. */
    void restored() {
        restored.increment();
    }

    void overtaken() {
        overtaken.increment();
    }

    void polished() {
        polished.increment();
    }

    public Counted counted() {
        return new Counted(
                served.sum(),
                unchanged.sum(),
                missed.sum(),
                rendered.sum(),
                restored.sum(),
                overtaken.sum(),
                polished.sum(),
                failed.sum());
    }
}
