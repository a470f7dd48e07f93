package org.broadsheet.base.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.broadsheet.base.Settings;
import org.junit.jupiter.api.Test;

class HttpBasicsTest {

    private final Asker asker = new Asker(settings(Map.of("TRUSTED_PROXIES", "127.0.0.0/8, 10.1.0.0/16")));

    @Test
    void forwarded_addresses_are_believed_from_trusted_proxies_only_and_from_the_right() {
        InetAddress proxy = address("127.0.0.1");
        assertThat(asker.of(proxy, Optional.empty())).isEqualTo(proxy);
        assertThat(asker.of(proxy, Optional.of("6.6.6.6, 203.0.113.9"))).isEqualTo(address("203.0.113.9"));
        assertThat(asker.of(proxy, Optional.of("203.0.113.9, 10.1.2.3"))).isEqualTo(address("203.0.113.9"));
        assertThat(asker.of(address("198.51.100.7"), Optional.of("203.0.113.9")))
                .isEqualTo(address("198.51.100.7"));
        assertThat(asker.of(proxy, Optional.of("not an address"))).isEqualTo(proxy);
        assertThat(asker.of(proxy, Optional.of("localhost"))).isEqualTo(proxy);
    }

    @Test
    void a_limit_lets_so_many_through_and_fills_again_for_each_address_on_its_own() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
        InstantSource clock = now::get;
        RateLimit limit = new RateLimit(3, Duration.ofMinutes(1), clock);
        for (int at = 0; at < 3; at++) {
            assertThat(limit.allows(address("203.0.113.9"))).isTrue();
        }
        assertThat(limit.allows(address("203.0.113.9"))).isFalse();
        assertThat(limit.allows(address("203.0.113.10"))).isTrue();
        now.set(Instant.EPOCH.plusSeconds(21));
        assertThat(limit.allows(address("203.0.113.9"))).isTrue();
        assertThat(limit.allows(address("203.0.113.9"))).isFalse();
    }

    @Test
    void of_ipv6_a_whole_network_counts_as_one() {
        RateLimit limit = new RateLimit(1, Duration.ofMinutes(1), InstantSource.fixed(Instant.EPOCH));
        assertThat(limit.allows(address("2001:db8::1"))).isTrue();
        assertThat(limit.allows(address("2001:db8::2"))).isFalse();
        assertThat(limit.allows(address("2001:db8:0:1::1"))).isTrue();
    }

    @Test
    void browsers_are_told_to_stay_on_https_only_where_the_paper_is() {
        assertThat(SecurityHeaders.forPaper(settings(Map.of("BASE_URL", "https://paper.example"))))
                .containsKey("Strict-Transport-Security");
        Map<String, String> plain = SecurityHeaders.forPaper(settings(Map.of()));
        assertThat(plain).doesNotContainKey("Strict-Transport-Security");
        assertThat(plain.get("Content-Security-Policy"))
                .doesNotContain("unsafe")
                .contains("default-src 'none'");
    }

    private static Settings settings(Map<String, String> said) {
        return Settings.load(Map.of("BROADSHEET_DATA", "target/no-such-folder"), said);
    }

    private static InetAddress address(String literal) {
        return InetAddress.ofLiteral(literal);
    }
}
