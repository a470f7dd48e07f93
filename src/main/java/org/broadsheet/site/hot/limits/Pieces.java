package org.broadsheet.site.hot.limits;

import java.nio.ByteBuffer;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IteratingCallback;

/** Writes something long in pieces: a write copies all it is given, each time the client has taken a little of it. */
public final class Pieces extends IteratingCallback {
    private static final int PIECE = 64 * 1024;

    private final ByteBuffer all;
    private final Out out;
    private final Callback done;
    private int at;
    private boolean last;

    /** Where to. */
    @FunctionalInterface
    public interface Out {
        void write(boolean last, ByteBuffer piece, Callback written);
    }

    /** @param all not copied, and not to be changed before it is done */
    public Pieces(ByteBuffer all, Out out, Callback done) {
        this.all = all;
        this.out = out;
        this.done = done;
        this.at = all.position();
    }

    /** The last piece is written even where it is empty. */
    @Override
    protected Action process() {
        if (last) {
            return Action.SUCCEEDED;
        }
        int length = Math.min(PIECE, all.limit() - at);
        ByteBuffer piece = all.slice(at, length);
        at += length;
        last = at == all.limit();
        out.write(last, piece, this);
        return Action.SCHEDULED;
    }

    @Override
    protected void onCompleteSuccess() {
        done.succeeded();
    }

    @Override
    protected void onCompleteFailure(Throwable cause) {
        done.failed(cause);
    }
}
