package org.broadsheet.site.hot;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.broadsheet.base.http.Asker;
import org.broadsheet.base.page.PageKey;
import org.broadsheet.site.hot.head.AcceptEncoding;
import org.broadsheet.site.hot.head.FilePath;
import org.broadsheet.site.hot.head.Range;
import org.broadsheet.site.hot.head.RequestHead;
import org.broadsheet.site.hot.limits.Held;
import org.broadsheet.site.hot.limits.Limits;
import org.broadsheet.site.hot.limits.TurnedAway;
import org.broadsheet.site.store.Encoding;
import org.broadsheet.site.store.PageStore;

/** What all hot connections share: the answers, what is remembered of readers, buffers, and the threads that render. */
final class Desk implements AutoCloseable {
    /** Of a request's head, and of what is read at once. Jetty's own connection must take as much when it takes over. */
    static final int INPUT_BYTES = 16 * 1024;

    /** Several articles' worth, so that pipelined requests are answered together. */
    static final int OUTPUT_BYTES = 64 * 1024;

    private static final int BUFFERS = 64;
    private static final int READERS = 4096;
    private static final int CLIENTS = 256;
    private static final Range NONE = new Range();

    private final Answers answers;
    private final Visitors visitors;
    private final Memo<Visitor> readers = new Memo<>(READERS);
    private final Memo<Encoding> encodings = new Memo<>(CLIENTS);
    private final Asker asker;
    private final DateLine date;
    private final ExecutorService renderers = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger inFlight = new AtomicInteger();
    final Shelf<byte[]> inputs = new Shelf<>(BUFFERS, () -> new byte[INPUT_BYTES]);
    final Shelf<ByteBuffer> outputs = new Shelf<>(BUFFERS / 4, () -> ByteBuffer.allocateDirect(OUTPUT_BYTES));

    final Limits limits;
    final Held held;
    final TurnedAway turnedAway = new TurnedAway();

    Desk(PageStore store, Visitors visitors, Asker asker, InstantSource clock, Limits limits) {
        this.asker = asker;
        this.limits = limits;
        this.held = new Held(limits.memory());
        this.answers = new Answers(store);
        this.visitors = visitors;
        this.date = new DateLine(clock);
    }

    Answers answers() {
        return answers;
    }

    byte[] date() {
        return date.now();
    }

    Asked asked(byte[] bytes, RequestHead head) {
        Visitor known = readers.find(bytes, head.cookies, head.browser);
        Visitor visitor = known == null ? recognised(bytes, head) : known;
        Encoding remembered = encodings.find(bytes, head.encodings, NONE);
        Encoding encoding = remembered == null ? preferred(bytes, head) : remembered;
        return new Asked(
                key(head.path.in(bytes), head.number(), visitor),
                visitor,
                encoding,
                head.ifNoneMatch.in(bytes),
                head.headOnly() ? Asked.Method.HEAD : Asked.Method.GET,
                head.forwarded.in(bytes));
    }

    static PageKey key(String path, int number, Visitor visitor) {
        return new PageKey(
                path, FilePath.is(path) ? 1 : number, visitor.copy(path).variant());
    }

    Visitor recognise(String cookies, String browser) {
        return visitors.recognise(cookies, browser);
    }

    /** Where a request comes from. @param peer the other end of its connection */
    InetAddress from(SocketAddress peer, Asked asked) {
        InetAddress address = peer instanceof InetSocketAddress known && known.getAddress() != null
                ? known.getAddress()
                : InetAddress.getLoopbackAddress();
        return asker.of(address, Optional.of(asked.forwarded()).filter(hops -> !hops.isEmpty()));
    }

    /** Runs what may wait. */
    void later(Runnable work) {
        inFlight.incrementAndGet();
        renderers.execute(() -> {
            try {
                work.run();
            } finally {
                inFlight.decrementAndGet();
            }
        });
    }

    /** Waits for those who wait for a page, as long as that takes or until the time is over. */
    void finish(long most, TimeUnit unit) throws InterruptedException {
        long end = System.nanoTime() + unit.toNanos(most);
        while (inFlight.get() > 0 && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    @Override
    public void close() {
        renderers.shutdown();
    }

    private Visitor recognised(byte[] bytes, RequestHead head) {
        Visitor visitor = visitors.recognise(head.cookies.in(bytes), head.browser.in(bytes));
        return readers.keep(bytes, head.cookies, head.browser, visitor);
    }

    private Encoding preferred(byte[] bytes, RequestHead head) {
        Encoding encoding = AcceptEncoding.preferred(head.encodings.in(bytes));
        return encodings.keep(bytes, head.encodings, NONE, encoding);
    }
}
