package org.broadsheet.site.hot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.broadsheet.base.Network;
import org.broadsheet.site.hot.limits.Limits;
import org.broadsheet.site.hot.limits.Patience;
import org.broadsheet.site.hot.limits.TurnedAway;
import org.junit.jupiter.api.Test;

/** More connections than there may be. */
class CrowdPageTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void at_the_ceiling_nobody_else_is_served_until_one_has_gone() throws Exception {
        try (HotServer paper = serving(new Limits(HotServer.AN_HOUR, 4, 1_000, List.of(), 1_000_000))) {
            List<Wire> inside = served(paper, 4);
            try (Wire more = new Wire(paper.port())) {
                assertThat(more.send(Wire.request("GET", "/a")).rest(300)).doesNotContain("HTTP");
            } catch (IOException closed) {
                assertThat(closed).isNotNull();
            }
            assertThat(paper.desk().turnedAway.counted(TurnedAway.Why.FULL)).isPositive();
            for (Wire each : inside) {
                assertThat(each.get("/a").status()).isEqualTo(200);
                each.close();
            }
            soonServed("127.0.0.1", paper);
        }
    }

    @Test
    void at_the_ceiling_idle_connections_make_room() throws Exception {
        List<Wire> held = new ArrayList<>();
        Patience hurried = new Patience(HOUR, Duration.ofMillis(100), HOUR, HOUR, 1, Duration.ofMillis(20));
        try (HotServer paper = serving(new Limits(hurried, 4, 1_000, List.of(), 1_000_000))) {
            for (int i = 0; i < 4; i++) {
                held.add(new Wire(paper.port()));
            }
            soonServed("127.0.0.1", paper);
            assertThat(paper.desk().turnedAway.counted(TurnedAway.Why.IDLE_WHEN_FULL))
                    .isPositive();
            for (Wire each : held) {
                each.close();
            }
        }
    }

    @Test
    void one_address_has_its_share_and_no_more() throws Exception {
        try (HotServer paper = serving(new Limits(HotServer.AN_HOUR, 1_000, 3, List.of(), 1_000_000))) {
            List<Wire> inside = served(paper, 3);
            assertThat(answerTo("127.0.0.1", paper)).doesNotContain("HTTP");
            assertThat(paper.desk().turnedAway.counted(TurnedAway.Why.SAME_ADDRESS))
                    .isEqualTo(1);
            assertThat(answerTo("127.0.0.2", paper)).startsWith("HTTP/1.1 200");
            inside.getFirst().close();
            soonServed("127.0.0.1", paper);
            assertThat(inside.getLast().get("/a").status()).isEqualTo(200);
        }
    }

    @Test
    void who_speaks_for_many_is_not_counted() throws Exception {
        List<Network> proxies = List.of(Network.parse("127.0.0.1"));
        try (HotServer paper = serving(new Limits(HotServer.AN_HOUR, 1_000, 1, proxies, 1_000_000))) {
            assertThat(served(paper, 20)).hasSize(20);
            try (Wire other = new Wire("127.0.0.2", paper.port())) {
                assertThat(other.get("/a").status()).isEqualTo(200);
                assertThat(answerTo("127.0.0.2", paper)).doesNotContain("HTTP");
            }
        }
    }

    private static HotServer serving(Limits limits) {
        HotServer paper = new HotServer(limits);
        paper.pages.page("/a", "the text");
        return paper;
    }

    private static List<Wire> served(HotServer paper, int count) throws IOException {
        List<Wire> inside = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Wire wire = new Wire(paper.port());
            assertThat(wire.get("/a").status()).isEqualTo(200);
            inside.add(wire);
        }
        return inside;
    }

    private static String answerTo(String from, HotServer paper) {
        try (Wire wire = new Wire(from, paper.port())) {
            return wire.send(Wire.request("GET", "/a", "Connection: close")).rest();
        } catch (IOException closed) {
            return "";
        }
    }

    private static void soonServed(String from, HotServer paper) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!answerTo(from, paper).startsWith("HTTP/1.1 200")) {
            assertThat(System.nanoTime()).as("nobody is let in").isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }
}
