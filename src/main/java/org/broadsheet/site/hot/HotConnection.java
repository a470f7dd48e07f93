package org.broadsheet.site.hot;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.broadsheet.site.hot.head.RequestHead;
import org.broadsheet.site.hot.limits.Due;
import org.broadsheet.site.hot.limits.Watched;
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
final class HotConnection extends AbstractConnection implements Connection.UpgradeFrom, Connection.UpgradeTo, Watched {
    private final Desk desk;
    private final Connector connector;
    private final RequestHead head = new RequestHead();
    private final Callback readable = new Readable();

    /** What was read and not yet answered, between position and limit; borrowed while there is any. */
    private @Nullable ByteBuffer input;

    private final Due due;
    private final Sending sending;

    /** While a page is being made for it, a quiet connection is not an idle one. */
    private volatile boolean waiting;

    HotConnection(Desk desk, Connector connector, EndPoint endPoint) {
        super(endPoint, connector.getExecutor());
        this.desk = desk;
        this.connector = connector;
        this.due = new Due(desk.held, desk.turnedAway, endPoint);
        this.sending = new Sending(desk, endPoint, due, this::keepLittle);
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
    public boolean tooSlow(long now) {
        return due.over(now);
    }

    @Override
    public void onClose(@Nullable Throwable cause) {
        super.onClose(cause);
        due.end();
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
            sending.send(out.flip(), next);
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
                return this::waitForMore;
            }
            if (outcome != RequestHead.Outcome.PLAIN) {
                return this::handOver;
            }
            due.done();
            Asked asked = desk.asked(bytes, head);
            Answer answer = desk.answers().atHand(asked);
            if (answer == null) {
                int length = head.end() - in.position();
                return () -> desk.later(() -> make(asked, length));
            }
            in.position(head.end());
            Sending.Then then = then();
            if (!sending.put(out, answer, then)) {
                return () -> sendLarge(answer);
            }
            if (then == Sending.Then.CLOSE) {
                return this::close;
            }
        }
        return this::waitForMore;
    }

    private Sending.Then then() {
        return head.last() || connector.isShutdown() ? Sending.Then.CLOSE : Sending.Then.GO_ON;
    }

    private void sendLarge(Answer answer) {
        Sending.Then then = then();
        sending.sendLarge(answer, then, then == Sending.Then.CLOSE ? this::close : this::goOn);
    }

    /** A stop shortens Jetty's patience with idle connections to a second; who waits for a page gets it all the same. */
    @Override
    public boolean onIdleExpired(TimeoutException timeout) {
        return !waiting && super.onIdleExpired(timeout);
    }

    /**
     * On a virtual thread: may wait.
     *
     * @param length of the request, in octets
     */
    private void make(Asked asked, int length) {
        try {
            Optional<Answer> made = made(asked);
            if (made.isPresent()) {
                answered(length);
                sendLarge(made.get());
            } else {
                handOver();
            }
        } catch (RuntimeException failed) {
            desk.answers().failed();
            answered(length);
            sendLarge(Trouble.answer(asked, failed));
        }
    }

    private void answered(int length) {
        ByteBuffer in = input();
        in.position(in.position() + length);
    }

    private Optional<Answer> made(Asked asked) {
        waiting = true;
        try {
            return desk.answers().made(asked, () -> desk.from(getEndPoint().getRemoteSocketAddress(), asked));
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
        int begun = keepLittle();
        if (begun == 0) {
            due.done();
        } else {
            try {
                due.hold(begun);
            } catch (IOException tooMuch) {
                getEndPoint().close(tooMuch);
                return;
            }
            due.within(desk.limits.patience().head().toNanos());
        }
        fillInterested(readable);
    }

    /**
     * While the client is waited for, what it has sent is kept in an array of just its size.
     *
     * @return that size
     */
    private int keepLittle() {
        ByteBuffer read = input;
        if (read == null) {
            return 0;
        }
        boolean none = !read.hasRemaining();
        input = none ? null : ByteBuffer.wrap(Arrays.copyOfRange(read.array(), read.position(), read.limit()));
        giveBack(read);
        return none ? 0 : read.remaining();
    }

    private void giveBack(ByteBuffer buffer) {
        if (buffer.capacity() == Desk.INPUT_BYTES) {
            desk.inputs.giveBack(buffer.array());
        }
    }

    /** Jetty answers what is odd, what is dynamic and what is refused. */
    private void handOver() {
        Connection jetty = Objects.requireNonNull(connector.getConnectionFactory(HttpVersion.HTTP_1_1.asString()))
                .newConnection(connector, getEndPoint());
        getEndPoint().upgrade(jetty);
        if (input != null) {
            giveBack(input);
            input = null;
        }
    }

    private ByteBuffer input() {
        ByteBuffer buffer = input;
        if (buffer == null || buffer.capacity() < Desk.INPUT_BYTES) {
            ByteBuffer room = ByteBuffer.wrap(desk.inputs.take());
            buffer = (buffer == null ? room : room.put(buffer)).flip();
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
