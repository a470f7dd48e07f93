package org.broadsheet.site.hot;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.broadsheet.base.Settings;
import org.broadsheet.base.http.Asker;
import org.broadsheet.paywall.Coming;
import org.broadsheet.paywall.Guard;
import org.broadsheet.site.hot.head.FilePath;
import org.broadsheet.site.hot.limits.Limits;
import org.broadsheet.site.hot.limits.Patience;
import org.broadsheet.site.store.Copy;
import org.broadsheet.site.store.DiskTier;
import org.broadsheet.site.store.FakePages;
import org.broadsheet.site.store.PageHeaders;
import org.broadsheet.site.store.PageStore;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Jetty as the paper sets it up, with pages of a test's own; in Spring's place, a handler that counts what reaches it. */
final class HotServer implements AutoCloseable {
    private static final Duration HOUR = Duration.ofHours(1);

    /** Nothing ends by the clock while a test waits for it. */
    static final Patience AN_HOUR = new Patience(HOUR, HOUR, HOUR, HOUR, 1, Duration.ofMillis(20));

    static final Limits PATIENT = new Limits(AN_HOUR, 1_000, 1_000, List.of(), 1_000_000);

    private static final Copy FOR_ALL = new Copy("medium", Copy.Differs.BY_COOKIE);

    final FakePages pages = new FakePages();
    final PageStore store =
            new PageStore(List.of(pages), new PageHeaders(Map.of("X-Test", "yes")), 8_000_000, DiskTier.none());
    final AtomicInteger dynamic = new AtomicInteger();
    private final Desk desk;
    private final Server server = new Server(FrontDoor.threads());
    private final ServerConnector connector = new ServerConnector(server, 1, 1);

    HotServer() {
        this(PATIENT);
    }

    HotServer(Limits limits) {
        desk = new Desk(
                store, HotServer::recognise, new Asker(Settings.load(Map.of())), InstantSource.system(), limits);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new Dynamic());
        FrontDoor.stand(server, desk);
        try {
            server.start();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    int port() {
        return connector.getLocalPort();
    }

    ServerConnector connector() {
        return connector;
    }

    Desk desk() {
        return desk;
    }

    @Override
    public void close() throws Exception {
        server.stop();
        desk.close();
        store.close();
    }

    /** {@code subscriber} sees the whole at once, {@code wait} after waiting and with a cookie, all others the beginning. */
    private static Visitor recognise(String cookies, String browser) {
        return new Someone(cookies, !browser.contains("bot"));
    }

    private record Someone(String cookies, boolean person) implements Visitor {

        @Override
        public Copy copy(String path) {
            boolean large = cookies.contains("text=large");
            return FilePath.is(path) ? FOR_ALL : new Copy(large ? "large" : "medium", Copy.Differs.BY_COOKIE);
        }

        @Override
        public boolean unknown(String path) {
            return cookies.contains("unknown") && !FilePath.is(path);
        }

        @Override
        public @Nullable String face(Guard story, Coming how) {
            if (cookies.contains("wait")) {
                return null;
            }
            return cookies.contains("subscriber") ? "full-" + story.reach().word() : "";
        }

        @Override
        public Met met() {
            return new Met(new Someone(cookies.replace("unknown", ""), person), Optional.empty(), List.of("known=yes"));
        }

        @Override
        public Met met(Guard story, Coming how, Supplier<InetAddress> from) {
            if (how == Coming.AHEAD && cookies.contains("wait")) {
                return new Met(this, Optional.empty(), List.of());
            }
            String face = cookies.contains("wait") || cookies.contains("subscriber")
                    ? "full-" + story.reach().word()
                    : "";
            List<String> given = cookies.contains("wait") ? List.of("opened=9; Path=/") : List.of();
            return new Met(this, Optional.of(face), given);
        }
    }

    private final class Dynamic extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            String body = Content.Source.asString(request, StandardCharsets.ISO_8859_1);
            dynamic.incrementAndGet();
            byte[] answer = ("dynamic " + request.getMethod() + " "
                            + request.getHttpURI().getPathQuery() + " " + body)
                    .getBytes(StandardCharsets.ISO_8859_1);
            response.write(true, ByteBuffer.wrap(answer), callback);
            return true;
        }
    }
}
