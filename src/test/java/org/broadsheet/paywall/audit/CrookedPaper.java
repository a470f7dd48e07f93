package org.broadsheet.paywall.audit;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;

/** Stands before a sound paper and puts into its answers what a mistake in it might: one plant for each kind of surface. */
final class CrookedPaper implements AutoCloseable {
    private static final Set<String> HOP =
            Set.of("content-length", "transfer-encoding", "connection", "content-encoding", "date", "etag", ":status");

    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI sound;
    private final List<Plant> plants = new ArrayList<>();

    /** Changes an answer. */
    interface Plant {
        Optional<Answer> change(Request request, Answer answer);
    }

    record Request(String path, String query, String method, String browser, String cookies, String encodings) {}

    /** @param header one more, {@code Name: value}; empty for none */
    record Answer(int status, String type, String cache, String body, String header) {
        Answer body(String other) {
            return new Answer(status, type, cache, other, header);
        }

        Answer status(int other) {
            return new Answer(other, type, cache, body, header);
        }

        Answer cache(String other) {
            return new Answer(status, type, other, body, header);
        }

        Answer header(String line) {
            return new Answer(status, type, cache, body, line);
        }
    }

    CrookedPaper(URI sound) throws IOException {
        Brotli4jLoader.ensureAvailability();
        this.sound = sound;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    URI at() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    void plant(Plant plant) {
        plants.add(plant);
    }

    @Override
    public void close() {
        server.stop(0);
        client.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Request request = request(exchange);
            Answer answer = ask(exchange, request);
            for (Plant plant : plants) {
                answer = plant.change(request, answer).orElse(answer);
            }
            send(exchange, request, answer);
        }
    }

    private static Request request(HttpExchange exchange) {
        URI asked = exchange.getRequestURI();
        return new Request(
                asked.getRawPath(),
                Optional.ofNullable(asked.getRawQuery()).orElse(""),
                exchange.getRequestMethod(),
                header(exchange, "User-Agent"),
                header(exchange, "Cookie"),
                header(exchange, "Accept-Encoding"));
    }

    private static String header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
    }

    private Answer ask(HttpExchange exchange, Request request) throws IOException {
        HttpRequest.Builder asked = HttpRequest.newBuilder(
                        sound.resolve(request.path() + (request.query().isEmpty() ? "" : "?" + request.query())))
                .setHeader("X-Forwarded-For", header(exchange, "X-Forwarded-For"))
                .setHeader("User-Agent", request.browser());
        if (!request.cookies().isEmpty()) {
            asked.setHeader("Cookie", request.cookies());
        }
        try {
            HttpResponse<String> got = client.send(asked.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    got.statusCode(),
                    got.headers().firstValue("Content-Type").orElse("text/plain"),
                    got.headers().firstValue("Cache-Control").orElse(""),
                    got.body(),
                    got.headers()
                            .firstValue("Location")
                            .map(to -> "Location: " + to)
                            .orElse(""));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static void send(HttpExchange exchange, Request request, Answer answer) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", answer.type());
        if (!answer.cache().isEmpty()) {
            exchange.getResponseHeaders().set("Cache-Control", answer.cache());
        }
        int colon = answer.header().indexOf(": ");
        if (colon > 0 && !HOP.contains(answer.header().substring(0, colon))) {
            exchange.getResponseHeaders()
                    .set(answer.header().substring(0, colon), answer.header().substring(colon + 2));
        }
        byte[] bytes = packed(exchange, request, answer.body().getBytes(StandardCharsets.UTF_8));
        boolean bodiless = request.method().equals("HEAD");
        exchange.sendResponseHeaders(answer.status(), bodiless || bytes.length == 0 ? -1 : bytes.length);
        if (!bodiless && bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }

    private static byte[] packed(HttpExchange exchange, Request request, byte[] body) throws IOException {
        if (request.encodings().contains("br")) {
            exchange.getResponseHeaders().set("Content-Encoding", "br");
            return Encoder.compress(body);
        }
        if (request.encodings().contains("gzip")) {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
                gzip.write(body);
            }
            return packed.toByteArray();
        }
        return body;
    }
}
