package org.broadsheet.base.cli;

import java.io.PrintStream;
import java.time.Duration;

/**
 * Shows how far long work has come: a bar that moves in a terminal, one plain line at the end anywhere else. Safe to step from
 * several threads.
 */
public final class Progress implements AutoCloseable {

    private static final int WIDTH = 30;
    private static final long REDRAW_NANOS = Duration.ofMillis(100).toNanos();

    private final PrintStream out;
    private final boolean terminal;
    private final String what;
    private final int total;
    private final long began = System.nanoTime();

    private int done;
    private long drawn;

    private Progress(PrintStream out, boolean terminal, String what, int total) {
        this.out = out;
        this.terminal = terminal;
        this.what = what;
        this.total = total;
    }

    /** {@code what} is a noun in the plural, such as "Photographs". */
    public static Progress of(String what, int total) {
        return on(System.err, isTerminal(), what, total);
    }

    static Progress on(PrintStream out, boolean terminal, String what, int total) {
        Progress progress = new Progress(out, terminal, what, total);
        progress.begin();
        return progress;
    }

    /** One more piece of the work is done. */
    public synchronized void step() {
        done++;
        if (terminal && (done == total || System.nanoTime() - drawn > REDRAW_NANOS)) {
            draw();
        }
    }

    @Override
    public synchronized void close() {
        long millis = (System.nanoTime() - began) / 1_000_000;
        out.printf("%s%s: %d in %d.%d s%n", terminal ? "\r\033[K" : "", what, done, millis / 1000, millis % 1000 / 100);
    }

    private void begin() {
        if (terminal) {
            draw();
        }
    }

    private void draw() {
        drawn = System.nanoTime();
        int filled = total == 0 ? WIDTH : Math.min(WIDTH, (int) ((long) done * WIDTH / total));
        out.printf("\r\033[K%s [%s%s] %d/%d", what, "#".repeat(filled), ".".repeat(WIDTH - filled), done, total);
        out.flush();
    }

    /** Messages go to standard error, so that is what has to be a terminal; Java can only tell of both together. */
    private static boolean isTerminal() {
        return System.console() != null && System.console().isTerminal();
    }
}
