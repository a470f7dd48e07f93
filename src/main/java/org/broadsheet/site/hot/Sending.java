package org.broadsheet.site.hot;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.IntSupplier;
import org.broadsheet.site.hot.limits.Due;
import org.broadsheet.site.hot.limits.Pieces;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/** A hot connection's way out. Used by the one thread that has the connection. */
final class Sending {
    /** Says in the last answer that it is the last. */
    enum Then {
        GO_ON,
        CLOSE
    }

    private static final byte[] CLOSE = "Connection: close\r\n".getBytes(StandardCharsets.US_ASCII);

    /** More than a status line, a date and what closes a connection take. */
    private static final int FIRST_LINES = 256;

    private final Desk desk;
    private final EndPoint endPoint;
    private final Due due;
    private final IntSupplier keepLittle;

    /** The last of the bodies that are about to go out together. */
    private byte[] lastBody = Answer.NOTHING;

    /** @param keepLittle called when the client has to be waited for; how much is held all the same */
    Sending(Desk desk, EndPoint endPoint, Due due, IntSupplier keepLittle) {
        this.desk = desk;
        this.endPoint = endPoint;
        this.due = due;
        this.keepLittle = keepLittle;
    }

    /** False where there is no room left. */
    boolean put(ByteBuffer out, Answer answer, Then then) {
        if (FIRST_LINES + answer.head().length + answer.body().length > out.remaining()) {
            return false;
        }
        putHead(out, answer, then);
        out.put(answer.body());
        lastBody = answer.body();
        return true;
    }

    /** Sends at once what the socket takes, and the rest as the client takes it. */
    void send(ByteBuffer out, Runnable next) {
        ByteBuffer copied = BufferUtil.EMPTY_BUFFER;
        ByteBuffer kept = BufferUtil.EMPTY_BUFFER;
        byte[] body = lastBody;
        lastBody = Answer.NOTHING;
        try {
            if (out.hasRemaining() && !endPoint.flush(out)) {
                int left = out.remaining();
                if (left <= body.length) {
                    kept = ByteBuffer.wrap(body, body.length - left, left);
                } else {
                    copied = ByteBuffer.allocate(left).put(out).flip();
                }
            }
        } catch (IOException gone) {
            endPoint.close(gone);
            return;
        } finally {
            desk.outputs.giveBack(out);
        }
        if (copied.hasRemaining() || kept.hasRemaining()) {
            write(copied, kept, next);
        } else {
            next.run();
        }
    }

    /** One answer by itself: one that is large, or that was waited for. */
    void sendLarge(Answer answer, Then then, Runnable next) {
        ByteBuffer first = ByteBuffer.allocate(FIRST_LINES + answer.head().length);
        putHead(first, answer, then);
        write(first.flip(), ByteBuffer.wrap(answer.body()), next);
    }

    private void putHead(ByteBuffer out, Answer answer, Then then) {
        out.put(StatusLine.of(answer.status())).put(desk.date());
        out.put(then == Then.CLOSE ? CLOSE : Answer.NOTHING).put(answer.head());
    }

    /** @param first held until it has been taken, unlike the body, which the store holds anyway */
    private void write(ByteBuffer first, ByteBuffer body, Runnable next) {
        try {
            due.hold(first.remaining() + keepLittle.getAsInt());
        } catch (IOException tooMuch) {
            endPoint.close(tooMuch);
            return;
        }
        due.within(desk.limits.patience().nanosFor(first.remaining() + body.remaining()));
        Callback taken = Callback.from(
                () -> {
                    due.done();
                    next.run();
                },
                endPoint::close);
        new Pieces(body, (last, piece, written) -> endPoint.write(written, first, piece), taken).iterate();
    }
}
