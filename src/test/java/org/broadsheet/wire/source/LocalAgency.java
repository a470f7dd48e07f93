package org.broadsheet.wire.source;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.broadsheet.base.Network;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** An agency's server on loopback: a feed with conditional requests, one that hangs, one that is busy, one that is not there. */
final class LocalAgency implements AfterAllCallback {
    private static final List<Network> LOOPBACK = List.of(Network.parse("127.0.0.1"));

    final Map<String, Integer> asked = new ConcurrentHashMap<>();
    volatile String feed = rss("one", "First");
    volatile String authorization = "";
    private final CountDownLatch hanging = new CountDownLatch(1);
    private final HttpServer server;

    LocalAgency() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        hanging.countDown();
        server.stop(0);
    }

    void reset() {
        asked.clear();
        feed = rss("one", "First");
    }

    int asked(String what) {
        return asked.getOrDefault(what, 0);
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    Source source(String name, String path, Duration every) {
        return new Source(name, at(path), every, LOOPBACK);
    }

    static String rss(String guid, String headline) {
        return "<rss version=\"2.0\"><channel><title>Agency</title><item><guid isPermaLink=\"false\">" + guid
                + "</guid><title>" + headline + "</title><description>Text.</description></item></channel></rss>";
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.merge(path, 1, Integer::sum);
        switch (path) {
            case "/feed" -> {
                authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
                String tag = "\"" + feed.hashCode() + "\"";
                exchange.getResponseHeaders().set("ETag", tag);
                boolean same = tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
                asked.merge("/feed " + (same ? 304 : 200), 1, Integer::sum);
                send(exchange, same ? 304 : 200, same ? "" : feed);
            }
            case "/hang" -> {
                try {
                    hanging.await();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
                exchange.close();
            }
            case "/busy" -> {
                exchange.getResponseHeaders().set("Retry-After", "7200");
                send(exchange, 503, "");
            }
            default -> send(exchange, 404, "");
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
