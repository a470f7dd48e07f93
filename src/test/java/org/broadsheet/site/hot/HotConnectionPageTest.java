package org.broadsheet.site.hot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.broadsheet.site.store.FakePages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HotConnectionPageTest {
    private final HotServer paper = new HotServer();

    @AfterEach
    void stop() throws Exception {
        paper.close();
    }

    @Test
    void a_page_is_answered_with_its_headers_first_made_then_kept() throws IOException {
        paper.pages.page("/a", "the text", "story:1");
        try (Wire wire = wire()) {
            for (int i = 0; i < 3; i++) {
                Wire.Reply reply = wire.get("/a");
                assertThat(reply.status()).isEqualTo(200);
                assertThat(reply.body()).isEqualTo("the text");
                assertThat(reply.header("vary")).isEqualTo("Accept-Encoding, Cookie");
                assertThat(reply.header("date")).matches("\\w{3}, \\d\\d \\w{3} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT");
                assertThat(reply.header("x-test")).isEqualTo("yes");
                assertThat(reply.headers()).doesNotContainKey("server");
            }
        }
        assertThat(paper.pages.renderings()).isEqualTo(1);
    }

    @Test
    void requests_sent_together_are_answered_in_their_order_whatever_answers_them() throws IOException {
        paper.pages.page("/a", "A").page("/b", "B").page("/c", "C");
        try (Wire wire = wire()) {
            wire.get("/b");
            wire.send(Wire.request("GET", "/a")
                    + Wire.request("GET", "/b")
                    + Wire.request("GET", "/dynamic?x=1")
                    + "POST /form HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\nhello"
                    + Wire.request("GET", "/c")
                    + Wire.request("GET", "/b"));
            assertThat(wire.reply().body()).isEqualTo("A");
            assertThat(wire.reply().body()).isEqualTo("B");
            assertThat(wire.reply().body()).isEqualTo("dynamic GET /dynamic?x=1 ");
            assertThat(wire.reply().body()).isEqualTo("dynamic POST /form hello");
            assertThat(wire.reply().body()).isEqualTo("C");
            assertThat(wire.reply().body()).isEqualTo("B");
        }
    }

    @Test
    void a_connection_comes_back_from_jetty_for_the_next_page() throws IOException {
        paper.pages.page("/a", "A");
        try (Wire wire = wire()) {
            for (int i = 0; i < 5; i++) {
                assertThat(wire.get("/dynamic").body()).isEqualTo("dynamic GET /dynamic ");
                assertThat(wire.get("/a").body()).isEqualTo("A");
                assertThat(paper.connector().getConnectedEndPoints())
                        .allMatch(each -> each.getConnection() instanceof HotConnection);
            }
        }
    }

    @Test
    void head_has_the_headers_of_get_and_no_body() throws IOException {
        paper.pages.page("/a", "the text");
        try (Wire wire = wire()) {
            Map<String, String> get = wire.get("/a").headers();
            Wire.Reply head = wire.send(Wire.request("HEAD", "/a")).reply("HEAD");
            assertThat(head.header("content-length")).isEqualTo(get.get("content-length"));
            assertThat(head.header("etag")).isEqualTo(get.get("etag"));
            assertThat(wire.get("/a").body()).isEqualTo("the text");
            Wire.Reply byJetty =
                    wire.send(Wire.request("HEAD", "/a", "Expect-CT: ä")).reply("HEAD");
            assertThat(byJetty.header("content-length")).isEqualTo(get.get("content-length"));
            assertThat(wire.get("/a").body()).isEqualTo("the text");
        }
    }

    @Test
    void who_has_the_page_is_told_that_it_is_unchanged() throws IOException {
        paper.pages.page("/a", "the text", "story:1");
        try (Wire wire = wire()) {
            String tag = wire.get("/a", "Accept-Encoding: gzip").header("etag");
            assertThat(wire.get("/a", "Accept-Encoding: gzip", "If-None-Match: \"x\", W/" + tag)
                            .status())
                    .isEqualTo(304);
            assertThat(wire.get("/a", "If-None-Match: " + tag).status()).isEqualTo(200);
            assertThat(wire.get("/a", "Accept-Encoding: gzip", "If-None-Match: *")
                            .status())
                    .isEqualTo(304);
            paper.pages.page("/a", "another text", "story:1");
            paper.store.changed("story:1");
            assertThat(wire.get("/a", "Accept-Encoding: gzip", "If-None-Match: " + tag)
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void who_wants_one_certain_version_gets_that_or_none() throws IOException {
        paper.pages.page("/a", "the text", "story:1");
        try (Wire wire = wire()) {
            String tag = wire.get("/a").header("etag");
            assertThat(wire.get("/a", "If-Match: " + tag).status()).isEqualTo(200);
            assertThat(wire.get("/a", "If-Match: \"other\"").status()).isEqualTo(412);
            assertThat(wire.get("/a", "If-Match: *").status()).isEqualTo(200);
        }
    }

    @Test
    void each_reader_gets_the_copy_their_cookie_asks_for() throws IOException {
        paper.pages.page("/a", key -> FakePages.html("text is " + key.variant() + ", part " + key.number()));
        try (Wire wire = wire()) {
            assertThat(wire.get("/a").body()).isEqualTo("text is medium, part 1");
            assertThat(wire.get("/a?page=2&utm_source=x", "Cookie: text=large").body())
                    .isEqualTo("text is large, part 2");
            assertThat(wire.get("/a?page=2", "Cookie: x=y", "Cookie: text=large")
                            .body())
                    .isEqualTo("text is large, part 2");
            assertThat(wire.get("/a?page=x").body()).startsWith("dynamic");
        }
    }

    @Test
    void a_file_is_kept_once_for_all_readers() throws IOException {
        paper.pages.page("/static/paper.css", key -> FakePages.html(key.variant() + key.number()));
        try (Wire wire = wire()) {
            for (String path : List.of("/static/paper.css", "/static/paper.css?page=2")) {
                assertThat(wire.get(path).body()).isEqualTo("medium1");
                assertThat(wire.get(path, "Cookie: text=large").body()).isEqualTo("medium1");
                assertThat(wire.get(path, "Cookie: text=large", "Cookie: x=y").body())
                        .isEqualTo("medium1");
            }
        }
        assertThat(paper.pages.renderings()).isEqualTo(1);
    }

    @Test
    void a_request_may_come_octet_by_octet() throws Exception {
        paper.pages.page("/a", "the text");
        try (Wire wire = wire()) {
            for (int i = 0; i < 2; i++) {
                for (byte octet : Wire.request("GET", "/a", "Accept: */*").getBytes(StandardCharsets.US_ASCII)) {
                    wire.send(new byte[] {octet});
                    TimeUnit.MILLISECONDS.sleep(1);
                }
                assertThat(wire.reply().body()).isEqualTo("the text");
            }
        }
    }

    @Test
    void a_reader_who_takes_it_slowly_gets_every_octet() throws Exception {
        String large = "0123456789abcdef".repeat(25_000);
        paper.pages.page("/large", large).page("/a", "A");
        try (Wire wire = wire()) {
            wire.send((Wire.request("GET", "/large") + Wire.request("GET", "/a")).repeat(20));
            TimeUnit.MILLISECONDS.sleep(300);
            for (int i = 0; i < 20; i++) {
                assertThat(wire.reply().body().equals(large)).isTrue();
                assertThat(wire.reply().body()).isEqualTo("A");
            }
        }
    }

    @Test
    void a_page_that_cannot_be_rendered_is_a_calm_page_with_an_id_and_the_connection_lives() throws IOException {
        paper.pages.page("/a", key -> {
            throw new IllegalStateException("password=secret");
        });
        paper.pages.page("/b", "B");
        try (Wire wire = wire()) {
            Wire.Reply reply = wire.get("/a");
            assertThat(reply.status()).isEqualTo(500);
            assertThat(reply.body()).contains("Something went wrong").doesNotContain("secret", "Exception");
            assertThat(reply.header("cache-control")).isEqualTo("no-store");
            assertThat(reply.header("x-request-id")).hasSize(10);
            assertThat(reply.body()).contains(reply.header("x-request-id"));
            assertThat(wire.get("/b").body()).isEqualTo("B");
        }
    }

    @Test
    void while_the_database_has_no_connection_free_a_reader_is_asked_to_come_again() throws IOException {
        paper.pages.page("/a", key -> {
            throw new IllegalStateException(new SQLTransientConnectionException("timed out"));
        });
        try (Wire wire = wire()) {
            Wire.Reply reply = wire.get("/a");
            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.header("retry-after")).isEqualTo("10");
            assertThat(reply.header("cache-control")).isEqualTo("no-store");
        }
    }

    @Test
    void the_last_request_of_a_connection_is_answered_and_the_connection_closed() throws IOException {
        paper.pages.page("/a", "the text");
        for (int i = 0; i < 2; i++) {
            try (Wire wire = wire()) {
                Wire.Reply reply = wire.get("/a", "Connection: close");
                assertThat(reply.header("connection")).isEqualTo("close");
                assertThat(reply.body()).isEqualTo("the text");
                assertThat(wire.rest(2_000)).isEmpty();
            }
        }
        try (Wire wire = wire()) {
            assertThat(wire.send("GET /a HTTP/1.0\r\n\r\n").rest(2_000))
                    .startsWith("HTTP/1.1 200 ")
                    .endsWith("the text");
        }
    }

    @Test
    void a_head_that_is_too_large_is_refused() throws IOException {
        try (Wire wire = wire()) {
            wire.send("GET /a HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(9_000) + "\r\n\r\n");
            assertThat(wire.reply().status()).isEqualTo(431);
        }
        try (Wire wire = wire()) {
            wire.send("GET /a HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(30_000));
            assertThat(wire.reply().status()).isEqualTo(431);
        }
    }

    @Test
    void a_stop_lets_those_who_wait_for_a_page_have_it() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        paper.pages.page("/a", key -> {
            begun.countDown();
            await(go);
            return FakePages.html("the text");
        });
        try (Wire wire = wire();
                ExecutorService other = Executors.newVirtualThreadPerTaskExecutor()) {
            wire.send(Wire.request("GET", "/a"));
            begun.await();
            Future<?> shutdown = paper.connector().shutdown();
            Future<Void> finished = other.submit(() -> {
                paper.desk().finish(10, TimeUnit.SECONDS);
                return null;
            });
            assertThat(finished.isDone()).isFalse();
            go.countDown();
            Wire.Reply reply = wire.reply();
            assertThat(reply.body()).isEqualTo("the text");
            assertThat(reply.header("connection")).isEqualTo("close");
            finished.get(10, TimeUnit.SECONDS);
            shutdown.get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void what_people_read_is_counted_and_what_robots_read_is_not() throws IOException {
        paper.pages.page("/a", "the text");
        try (Wire wire = wire()) {
            wire.get("/a", "User-Agent: reader");
            wire.get("/a", "User-Agent: reader");
            wire.get("/a", "User-Agent: bot");
            wire.send(Wire.request("HEAD", "/a")).reply("HEAD");
        }
        assertThat(paper.store.takeReads()).isEqualTo(Map.of("/a", 2L));
    }

    private Wire wire() throws IOException {
        return new Wire(paper.port());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
