package org.broadsheet.paywall.crawler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.broadsheet.base.Settings;
import org.broadsheet.base.cli.CommandFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrawlersTest {

    private static final String GOOGLE = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)";
    private static final InetAddress TRUE_ONE = InetAddress.ofLiteral("66.249.66.1");
    private static final InetAddress SPOOFED = InetAddress.ofLiteral("198.51.100.7");
    private static final InetAddress LIAR = InetAddress.ofLiteral("198.51.100.8");
    private static final InetAddress NEIGHBOUR = InetAddress.ofLiteral("198.51.100.9");
    private static final InetAddress SILENT = InetAddress.ofLiteral("198.51.100.10");

    @TempDir
    Path data;

    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-25T12:00:00Z"));
    private final InstantSource clock = () -> Objects.requireNonNull(now.get());

    @Test
    void none_reads_unless_the_paper_says_so() {
        try (Crawlers crawlers = crawlers("")) {
            assertThat(crawlers.claimed(GOOGLE)).isEmpty();
            assertThat(crawlers.isOne("google", TRUE_ONE)).isFalse();
        }
    }

    @Test
    void the_name_server_has_to_know_the_address_by_the_owners_name_and_the_name_by_the_address() {
        try (Crawlers crawlers = crawlers("google")) {
            assertThat(crawlers.claimed(GOOGLE)).contains("google");
            assertThat(crawlers.claimed("Mozilla/5.0 (compatible; bingbot/2.0)"))
                    .isEmpty();
            assertThat(crawlers.isOne("google", TRUE_ONE)).isTrue();
            assertThat(crawlers.isOne("google", SPOOFED)).isFalse();
            assertThat(crawlers.isOne("google", LIAR)).isFalse();
            assertThat(crawlers.isOne("google", NEIGHBOUR)).isFalse();
        }
    }

    @Test
    void what_was_found_is_remembered_for_a_while() {
        try (Crawlers crawlers = crawlers("google")) {
            for (int i = 0; i < 50; i++) {
                assertThat(crawlers.isOne("google", TRUE_ONE)).isTrue();
                assertThat(crawlers.isOne("google", SPOOFED)).isFalse();
            }
            assertThat(asked).hasValue(2);
            now.set(clock.instant().plus(Duration.ofHours(1)));
            crawlers.isOne("google", TRUE_ONE);
            crawlers.isOne("google", SPOOFED);
            assertThat(asked).hasValue(3);
        }
    }

    @Test
    void a_name_server_that_does_not_answer_verifies_nobody_and_is_not_waited_for_long() {
        try (Crawlers crawlers = crawlers("google")) {
            long begun = System.nanoTime();
            assertThat(crawlers.isOne("google", SILENT)).isFalse();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(30));
        }
    }

    @Test
    void published_addresses_are_enough_and_are_read_again_when_they_change() throws IOException {
        Path file = Files.createDirectories(data.resolve("crawlers")).resolve("duckduckgo.json");
        Files.writeString(file, """
                {"creationTime": "2026-11-01", "prefixes": [{"ipv6Prefix": "2001:db8:7::/48"}, {"ipv4Prefix": "198.51.100.7/32"}]}
                """);
        try (Crawlers crawlers = crawlers("duckduckgo, google")) {
            assertThat(crawlers.isOne("duckduckgo", SPOOFED)).isTrue();
            assertThat(crawlers.isOne("duckduckgo", InetAddress.ofLiteral("2001:db8:7::1")))
                    .isTrue();
            assertThat(crawlers.isOne("duckduckgo", NEIGHBOUR)).isFalse();
            assertThat(crawlers.isOne("google", SPOOFED)).isFalse();
            Files.writeString(file, "{\"prefixes\": [{\"ipv4Prefix\": \"198.51.100.9/32\"}]}");
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(5)));
            now.set(clock.instant().plus(Duration.ofHours(1)));
            assertThat(crawlers.isOne("duckduckgo", NEIGHBOUR)).isTrue();
            Files.writeString(file, "no list at all");
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(9)));
            assertThat(crawlers.isOne("duckduckgo", InetAddress.ofLiteral("198.51.100.12")))
                    .isFalse();
        }
    }

    @Test
    void a_search_engine_that_nobody_can_verify_is_refused_at_the_start() {
        assertThatThrownBy(() -> crawlers("google, altavista"))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("altavista");
    }

    private Crawlers crawlers(String names) {
        Settings settings = Settings.load(
                names.isEmpty() ? Map.of() : Map.of("BROADSHEET_CRAWLERS", names), Map.of("DATA", data.toString()));
        return new Crawlers(settings, new Names(), clock);
    }

    /** Of the true one, of one that gives itself the owner's name, and of one that only looks alike. */
    private final class Names implements NameServer {

        @Override
        public Optional<String> nameOf(InetAddress address) throws IOException {
            asked.incrementAndGet();
            if (address.equals(SILENT)) {
                try {
                    Thread.sleep(60_000);
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            }
            if (address.equals(TRUE_ONE)) {
                return Optional.of("crawl-66-249-66-1.googlebot.com");
            }
            if (address.equals(LIAR)) {
                return Optional.of("crawl-1.googlebot.com");
            }
            return address.equals(NEIGHBOUR) ? Optional.of("crawl.notgooglebot.com") : Optional.empty();
        }

        @Override
        public List<InetAddress> addressesOf(String name) throws UnknownHostException {
            return switch (name) {
                case "crawl-66-249-66-1.googlebot.com", "crawl-1.googlebot.com" -> List.of(TRUE_ONE);
                case "crawl.notgooglebot.com" -> List.of(NEIGHBOUR);
                default -> throw new UnknownHostException(name);
            };
        }
    }
}
