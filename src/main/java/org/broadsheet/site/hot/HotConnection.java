package org.broadsheet.site.hot;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.broadsheet.site.hot.head.RequestHead;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Answers plain requests for kept pages on the thread that found them readable. What must be rendered waits on a virtual
 * thread and is answered from there. At the first thing that is neither, the connection and the bytes not yet answered go
 * to Jetty, and come back when that has answered.
 *
 * <p>At any time one thread has the connection: the one that reads, the one that renders, or the one whose write ended.
 */
final class HotConnection extends AbstractConnection implements Connection.UpgradeFrom, Connection.UpgradeTo {
    /** From a request's first byte to the end of its head; slower than any reader, and than most who hold on on purpose. */
    private static final long HEAD_NANOS = TimeUnit.SECONDS.toNanos(10);

    private static final byte[] CLOSE = "Connection: close\r\n".getBytes(StandardCharsets.US_ASCII);

    /** More than a status line, a date and what closes a connection take. */
    private static final int FIRST_LINES = 256;

    private final Desk desk;
    private final Connector connector;
    private final RequestHead head = new RequestHead();
    private final Callback readable = new Readable();

    /** What was read and not yet answered, between position and limit; borrowed while there is any. */
    private @Nullable ByteBuffer input;

    private long headBegun;

    /** While a page is being made for it, a quiet connection is not an idle one. */
    private volatile boolean waiting;

    HotConnection(Desk desk, Connector connector, EndPoint endPoint) {
        super(endPoint, connector.getExecutor());
        this.desk = desk;
        this.connector = connector;
    }

    @Override
    public void onOpen() {
        super.onOpen();
        if (input == null) {
            fillInterested(readable);
        } else {
            getExecutor().execute(this::answer);
        }
    }

    @Override
    public void onFillable() {
        try {
            int read = getEndPoint().fill(input());
            if (read < 0) {
                close();
            } else if (read == 0) {
                waitForMore();
            } else {
                answer();
            }
        } catch (IOException gone) {
            getEndPoint().close(gone);
        }
    }

    @Override
    public @Nullable ByteBuffer onUpgradeFrom() {
        return input;
    }

    @Override
    public void onUpgradeTo(ByteBuffer rest) {
        BufferUtil.append(input(), rest);
    }

    /** Answers all requests that have been read, as far as that needs no waiting. */
    private void answer() {
        ByteBuffer out = desk.outputs.take().clear();
        boolean mine = true;
        try {
            Runnable next = answerInto(out);
            mine = false;
            send(out.flip(), next);
        } catch (RuntimeException wrong) {
            if (mine) {
                desk.outputs.giveBack(out);
            }
            getEndPoint().close(wrong);
        }
    }

    /** @return what to do once the output has gone out */
    private Runnable answerInto(ByteBuffer out) {
        ByteBuffer in = input();
        byte[] bytes = in.array();
        while (in.hasRemaining()) {
            RequestHead.Outcome outcome = head.read(bytes, in.position(), in.limit());
            if (outcome == RequestHead.Outcome.UNFINISHED && in.remaining() < in.capacity()) {
                return tooSlow() ? this::close : this::waitForMore;
            }
            if (outcome != RequestHead.Outcome.PLAIN) {
                return this::handOver;
            }
            headBegun = 0;
            Asked asked = desk.asked(bytes, head);
            Answer answer = desk.answers().atHand(asked);
            if (answer == null) {
                return () -> desk.later(() -> make(asked));
            }
            in.position(head.end());
            if (!put(out, answer)) {
                return () -> sendLarge(answer);
            }
            if (closing()) {
                return this::close;
            }
        }
        return this::waitForMore;
    }

    private boolean closing() {
        return head.last() || connector.isShutdown();
    }

    /** False where there is no room left. */
    private boolean put(ByteBuffer out, Answer answer) {
        byte[] status = StatusLine.of(answer.status());
        byte[] date = desk.date();
        byte[] closing = closing() ? CLOSE : Answer.NOTHING;
        int length = status.length + date.length + closing.length + answer.head().length + answer.body().length;
        if (length > out.remaining()) {
            return false;
        }
        out.put(status).put(date).put(closing).put(answer.head()).put(answer.body());
        return true;
    }

    /** One answer in a buffer of its own: one that is large, or that was waited for. */
    private void sendLarge(Answer answer) {
        int room = FIRST_LINES + answer.head().length + answer.body().length;
        ByteBuffer out = ByteBuffer.allocate(room);
        put(out, answer);
        write(out.flip(), closing() ? this::close : this::goOn);
    }

    /** Sends at once what the socket takes; the rest in a buffer of just its size, while this connection waits. */
    private void send(ByteBuffer out, Runnable next) {
        ByteBuffer rest = BufferUtil.EMPTY_BUFFER;
        try {
            if (out.hasRemaining() && !getEndPoint().flush(out)) {
                rest = ByteBuffer.allocate(out.remaining()).put(out).flip();
            }
        } catch (IOException gone) {
            getEndPoint().close(gone);
            return;
        } finally {
            desk.outputs.giveBack(out);
        }
        if (rest.hasRemaining()) {
            write(rest, next);
        } else {
            next.run();
        }
    }

    private void write(ByteBuffer bytes, Runnable next) {
        getEndPoint().write(Callback.from(next, getEndPoint()::close), bytes);
    }

    /** A stop shortens Jetty's patience with idle connections to a second; who waits for a page gets it all the same. */
    @Override
    public boolean onIdleExpired(TimeoutException timeout) {
        return !waiting && super.onIdleExpired(timeout);
    }

    /** On a virtual thread: may wait. */
    private void make(Asked asked) {
        try {
            Optional<Answer> made = made(asked);
            if (made.isPresent()) {
                input().position(head.end());
                sendLarge(made.get());
            } else {
                handOver();
            }
        } catch (RuntimeException failed) {
            desk.answers().failed();
            input().position(head.end());
            sendLarge(Trouble.answer(asked, failed));
        }
    }

    private Optional<Answer> made(Asked asked) {
        waiting = true;
        try {
            return desk.answers().made(asked);
        } finally {
            waiting = false;
        }
    }

    /** After a write that was waited for; the thread may be anyone's. */
    private void goOn() {
        if (input != null && input.hasRemaining()) {
            getExecutor().execute(this::answer);
        } else {
            waitForMore();
        }
    }

    private void waitForMore() {
        if (input != null && !input.hasRemaining()) {
            desk.inputs.giveBack(input.array());
            input = null;
            headBegun = 0;
        }
        fillInterested(readable);
    }

    private boolean tooSlow() {
        long now = System.nanoTime();
        headBegun = headBegun == 0 ? now : headBegun;
        return now - headBegun > HEAD_NANOS;
    }

    /** Jetty answers what is odd, what is dynamic and what is refused. */
    private void handOver() {
        Connection jetty = Objects.requireNonNull(connector.getConnectionFactory(HttpVersion.HTTP_1_1.asString()))
                .newConnection(connector, getEndPoint());
        getEndPoint().upgrade(jetty);
        if (input != null) {
            desk.inputs.giveBack(input.array());
            input = null;
        }
    }

    private ByteBuffer input() {
        ByteBuffer buffer = input;
        if (buffer == null) {
            buffer = ByteBuffer.wrap(desk.inputs.take()).limit(0);
            input = buffer;
        }
        return buffer;
    }

    /** Runs on the selector's thread, with no hand-off: nothing in it waits. */
    private final class Readable implements Callback {
        @Override
        public void succeeded() {
            onFillable();
        }

        @Override
        public void failed(Throwable cause) {
            onFillInterestedFailed(cause);
        }

        @Override
        public InvocationType getInvocationType() {
            return InvocationType.NON_BLOCKING;
        }
    }
}
