package org.broadsheet.base.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.broadsheet.base.Network;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Other servers are asked within limits, and nobody's own network by a trick. */
class FetcherTest {
    private static final Path CORPUS = Path.of("../shared/corpus/urls-unicode/ssrf-urls.json");
    private static final int MOST = 100_000;
    private static final List<Network> LOOPBACK = List.of(Network.parse("127.0.0.1"));

    private static final List<String> asked = new CopyOnWriteArrayList<>();
    private static HttpServer server;
    private static Fetcher fetcher;

    @BeforeAll
    static void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", FetcherTest::answer);
        server.start();
        fetcher = new Fetcher(Names.system(), InstantSource.system());
    }

    @AfterAll
    static void stop() {
        fetcher.close();
        server.stop(0);
    }

    @Test
    void no_address_of_the_list_of_tricks_is_asked() throws IOException {
        // names of the list that lead to loopback do so here as well
        List<String> lookedUp = new ArrayList<>();
        Names names = host -> {
            lookedUp.add(host);
            return host.matches("[0-9.:\\[\\]]+")
                    ? List.of(InetAddress.getAllByName(host))
                    : List.of(InetAddress.ofLiteral("127.0.0.1"));
        };
        int tricks = 0;
        try (Fetcher guarded = new Fetcher(names, InstantSource.system())) {
            for (JsonNode each : JsonMapper.shared().readTree(Files.readString(CORPUS))) {
                tricks++;
                String address = each.get("url").asString();
                assertThat(become(guarded, address)).as(address).isNotEqualTo("asked");
            }
        }
        assertThat(tricks).isGreaterThan(30);
        assertThat(lookedUp).contains("127.0.0.1", "localhost");
    }

    private static String become(Fetcher guarded, String typed) {
        try {
            return switch (guarded.get(new Question(
                    Question.address(typed),
                    Question.Known.NOTHING,
                    Optional.empty(),
                    List.of(),
                    MOST,
                    Duration.ofSeconds(10)))) {
                case Fetched.NotAllowed(String why) -> why;
                case Fetched.Failed(String why, Optional<Duration> _) -> why.startsWith("no such host") ? why : "asked";
                case Fetched.Here _, Fetched.Unchanged _ -> "asked";
            };
        } catch (IllegalArgumentException malformed) {
            return "refused";
        }
    }

    @Test
    void an_answer_comes_with_what_it_says_of_itself_and_the_same_one_is_not_sent_again() {
        Fetched.Here here = (Fetched.Here) get("/feed", Question.Known.NOTHING);
        assertThat(new String(here.body(), StandardCharsets.UTF_8)).isEqualTo("<rss/>");
        assertThat(here.contentType()).contains("application/rss+xml; charset=utf-8");
        assertThat(here.known().entityTag()).contains("\"one\"");
        assertThat(get("/feed", here.known())).isEqualTo(new Fetched.Unchanged());
    }

    @Test
    void a_private_network_is_asked_only_where_it_is_allowed_and_a_redirect_is_looked_at_like_the_first() {
        assertThat(fetcher.get(question("/feed", Question.Known.NOTHING, List.of())))
                .isInstanceOf(Fetched.NotAllowed.class);
        assertThat(get("/moved", Question.Known.NOTHING))
                .isInstanceOfSatisfying(
                        Fetched.Here.class,
                        here -> assertThat(here.at().getPath()).isEqualTo("/feed"));
        asked.clear();
        for (String where : List.of(
                "http://127.0.0.2:" + server.getAddress().getPort() + "/feed",
                "http://[::1]:" + server.getAddress().getPort() + "/feed",
                "http://169.254.169.254/latest/meta-data/",
                "file:///etc/passwd",
                "http:///nowhere")) {
            assertThat(get("/to?" + where, Question.Known.NOTHING)).as(where).isInstanceOf(Fetched.NotAllowed.class);
        }
        assertThat(asked).allMatch(path -> path.startsWith("/to?")).hasSize(5);
        assertThat(get("/round", Question.Known.NOTHING))
                .isEqualTo(new Fetched.Failed("it led elsewhere more than 5 times", Optional.empty()));
    }

    @Test
    void a_name_that_changes_its_mind_is_asked_at_no_address_that_was_not_looked_at() throws IOException {
        AtomicInteger times = new AtomicInteger();
        Names fickle = _ -> List.of(InetAddress.ofLiteral(times.incrementAndGet() == 1 ? "127.0.0.1" : "127.0.0.2"));
        try (Fetcher rebound = new Fetcher(fickle, InstantSource.system())) {
            assertThat(rebound.get(question("/feed", "agency.test", LOOPBACK))).isInstanceOf(Fetched.Here.class);
            assertThat(times).hasValue(1);
            // looked up again by a fresh client, the other address is refused
        }
        try (Fetcher rebound = new Fetcher(fickle, InstantSource.system())) {
            assertThat(rebound.get(question("/feed", "agency.test", LOOPBACK))).isInstanceOf(Fetched.NotAllowed.class);
        }
        Names both = _ -> List.of(InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("10.0.0.1"));
        try (Fetcher mixed = new Fetcher(both, InstantSource.system())) {
            assertThat(mixed.get(question("/feed", "agency.test", LOOPBACK)))
                    .as("one private address among them is enough")
                    .isInstanceOf(Fetched.NotAllowed.class);
        }
    }

    @Test
    void too_much_too_late_and_no_are_said_in_words() {
        assertThat(get("/large", Question.Known.NOTHING))
                .isInstanceOfSatisfying(
                        Fetched.Failed.class, failed -> assertThat(failed.why()).contains("sent more than"));
        assertThat(get("/bomb", Question.Known.NOTHING))
                .isInstanceOfSatisfying(
                        Fetched.Failed.class, failed -> assertThat(failed.why()).contains("sent more than"));
        assertThat(get("/slow", Question.Known.NOTHING)).isInstanceOf(Fetched.Failed.class);
        assertThat(get("/busy", Question.Known.NOTHING))
                .isEqualTo(new Fetched.Failed("it answered 503", Optional.of(Duration.ofSeconds(120))));
        assertThat(get("/broken", Question.Known.NOTHING)).isInstanceOf(Fetched.Failed.class);
    }

    @Test
    void a_secret_goes_to_the_first_address_alone() throws IOException {
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        List<String> secrets = new CopyOnWriteArrayList<>();
        other.createContext("/", exchange -> {
            secrets.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            send(exchange, 200, "x".getBytes(StandardCharsets.UTF_8));
        });
        other.start();
        try {
            String there = "http://127.0.0.1:" + other.getAddress().getPort() + "/";
            Question question = new Question(
                    here("/to?" + there),
                    Question.Known.NOTHING,
                    Optional.of("Basic c2VjcmV0"),
                    LOOPBACK,
                    MOST,
                    Duration.ofSeconds(20));
            assertThat(fetcher.get(question)).isInstanceOf(Fetched.Here.class);
            assertThat(secrets).containsExactly("null");
            assertThat(question.toString()).doesNotContain("c2VjcmV0");
        } finally {
            other.stop(0);
        }
    }

    private static Fetched get(String path, Question.Known known) {
        return fetcher.get(question(path, known, LOOPBACK));
    }

    private static Question question(String path, Question.Known known, List<Network> besides) {
        return new Question(
                here(path),
                known,
                Optional.empty(),
                besides,
                MOST,
                path.equals("/slow") ? Duration.ofMillis(700) : Duration.ofSeconds(20));
    }

    private static Question question(String path, String host, List<Network> besides) {
        return new Question(
                URI.create("http://" + host + ":" + server.getAddress().getPort() + path),
                Question.Known.NOTHING,
                Optional.empty(),
                besides,
                MOST,
                Duration.ofSeconds(20));
    }

    private static URI here(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(exchange.getRequestURI().toString());
        switch (path) {
            case "/feed" -> {
                exchange.getResponseHeaders().set("Content-Type", "application/rss+xml; charset=utf-8");
                exchange.getResponseHeaders().set("ETag", "\"one\"");
                boolean same = "\"one\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
                send(exchange, same ? 304 : 200, same ? new byte[0] : "<rss/>".getBytes(StandardCharsets.UTF_8));
            }
            case "/moved" -> lead(exchange, "/feed");
            case "/to" -> lead(exchange, exchange.getRequestURI().getQuery());
            case "/round" -> lead(exchange, "/round");
            case "/large" -> send(exchange, 200, new byte[MOST + 1]);
            case "/bomb" -> {
                ByteArrayOutputStream small = new ByteArrayOutputStream();
                try (GZIPOutputStream gzip = new GZIPOutputStream(small)) {
                    gzip.write(new byte[50 * MOST]);
                }
                exchange.getResponseHeaders().set("Content-Encoding", "gzip");
                send(exchange, 200, small.toByteArray());
            }
            case "/slow" -> drip(exchange);
            case "/busy" -> {
                exchange.getResponseHeaders().set("Retry-After", "120");
                send(exchange, 503, new byte[0]);
            }
            default -> exchange.close();
        }
    }

    private static void lead(HttpExchange exchange, String where) throws IOException {
        exchange.getResponseHeaders().set("Location", where);
        send(exchange, 302, new byte[0]);
    }

    /** A byte at a time, for longer than anybody waits. */
    private static void drip(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            Instant end = Instant.now().plusSeconds(30);
            while (Instant.now().isBefore(end)) {
                out.write(' ');
                out.flush();
                Thread.sleep(50);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
