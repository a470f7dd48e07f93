package org.broadsheet.site.hot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.broadsheet.site.hot.limits.Limits;
import org.broadsheet.site.hot.limits.Patience;
import org.broadsheet.site.hot.limits.TurnedAway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Clients that take their time on purpose. */
class SlowClientsPageTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MOMENT = Duration.ofMillis(200);
    private static final String LARGE = "0123456789abcdef".repeat(25_000);

    /** What Jetty's connection, not ours, has to read. */
    private static final String ODD = "GET /large HTTP/1.1\r\nHost: localhost\r\nExpect-CT: \u00e4\r\n";

    /** How one begins, and how it goes on little by little. */
    enum Slow {
        HEAD("GET /a HTTP/1.1\r\nHost: localhost\r\n"),
        HEAD_FOR_JETTY(ODD),
        BODY("POST /form HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n"),
        CHUNKED("POST /form HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nffff\r\n"),
        TAKING(Wire.request("GET", "/large").repeat(40)),
        TAKING_FROM_JETTY((ODD + "\r\n").repeat(40));

        private final String begin;

        Slow(String begin) {
            this.begin = begin;
        }

        boolean sends() {
            return this != TAKING && this != TAKING_FROM_JETTY;
        }
    }

    @ParameterizedTest
    @EnumSource(Slow.class)
    void who_is_slow_is_ended_though_never_idle_and_so_is_who_does_nothing_more(Slow slow) throws Exception {
        Patience quick = new Patience(HOUR, HOUR, MOMENT, MOMENT, 1_000_000, Duration.ofMillis(20));
        try (HotServer paper = serving(limits(quick, 1_000_000));
                Wire moving = new Wire(paper.port());
                Wire still = new Wire(paper.port())) {
            moving.send(slow.begin);
            still.send(slow.begin);
            soon(() -> {
                trickle(moving, slow);
                return paper.desk().turnedAway.counted(TurnedAway.Why.TOO_SLOW) == 2;
            });
            soon(() -> paper.connector().getConnectedEndPoints().isEmpty());
            assertThat(paper.desk().held.bytes()).isZero();
        }
    }

    @Test
    void who_says_nothing_at_all_is_ended() throws Exception {
        Patience quick = new Patience(MOMENT, HOUR, HOUR, HOUR, 1, Duration.ofMillis(20));
        try (HotServer paper = serving(limits(quick, 1_000_000));
                Wire silent = new Wire(paper.port());
                Wire finished = new Wire(paper.port());
                Wire byJetty = new Wire(paper.port())) {
            finished.send(Wire.request("GET", "/a"));
            byJetty.send("POST /form HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n");
            assertThat(silent.rest()).isEmpty();
            assertThat(finished.rest()).startsWith("HTTP/1.1 200").endsWith("the text");
            assertThat(byJetty.rest()).startsWith("HTTP/1.1 200").endsWith("dynamic POST /form ");
        }
    }

    /** More than there are threads. */
    @Test
    void hundreds_of_slow_clients_cost_no_thread_and_little_memory_and_others_are_served() throws Exception {
        List<Wire> slow = new ArrayList<>();
        try (HotServer paper = serving(limits(HotServer.AN_HOUR, 64_000_000))) {
            for (Slow each : Slow.values()) {
                for (int i = 0; i < 70; i++) {
                    slow.add(new Wire(paper.port()).send(each.begin));
                }
            }
            soon(() -> paper.dynamic.get() == 0
                    && paper.connector().getConnectedEndPoints().size() == slow.size());
            for (int i = 0; i < 20; i++) {
                try (Wire wire = new Wire(paper.port())) {
                    assertThat(wire.get("/a").body()).isEqualTo("the text");
                    assertThat(wire.get("/dynamic").body()).startsWith("dynamic GET");
                }
            }
            assertThat(paper.desk().held.bytes()).isLessThan(70 * 8_000);
            for (Wire each : slow) {
                each.close();
            }
            soon(() -> paper.connector().getConnectedEndPoints().isEmpty());
            soon(() -> paper.desk().held.bytes() == 0);
        }
    }

    @Test
    void what_slow_clients_make_the_paper_hold_has_an_end() throws Exception {
        String most = "GET /a HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(4_000);
        try (HotServer paper = serving(limits(HotServer.AN_HOUR, 10_000));
                Wire first = new Wire(paper.port());
                Wire second = new Wire(paper.port());
                Wire third = new Wire(paper.port())) {
            first.send(most);
            second.send(most);
            soon(() -> paper.desk().held.bytes() > 8_000);
            third.send(most);
            assertThat(third.rest()).isIn("", "!");
            assertThat(paper.desk().turnedAway.counted(TurnedAway.Why.MEMORY)).isEqualTo(1);
            assertThat(first.send("\r\n\r\n").reply().body()).isEqualTo("the text");
            soon(() -> paper.desk().held.bytes() < 8_000);
            assertThat(second.send("\r\n\r\n").reply().body()).isEqualTo("the text");
        }
    }

    private static HotServer serving(Limits limits) {
        HotServer paper = new HotServer(limits);
        paper.pages.page("/a", "the text").page("/large", LARGE);
        return paper;
    }

    private static Limits limits(Patience patience, long memory) {
        return new Limits(patience, 10_000, 10_000, List.of(), memory);
    }

    private static void trickle(Wire wire, Slow slow) {
        try {
            if (slow.sends()) {
                wire.send("x");
            } else {
                wire.take(1);
            }
        } catch (IOException ended) {
            assertThat(ended).isNotNull();
        }
    }

    private static void soon(BooleanSupplier holds) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it never came").isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }
}
