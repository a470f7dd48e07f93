package org.broadsheet.paywall;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.broadsheet.base.db.Change;
import org.broadsheet.plan.Entitlement;
import org.broadsheet.plan.Entitlements;
import org.broadsheet.reader.ReaderId;
import org.junit.jupiter.api.Test;

/** What is remembered of the networks of institutions, and for how long. */
class NetworksTest {

    private static final Instant START = Instant.parse("2026-11-25T12:00:00Z");
    private static final InetAddress LIBRARY = InetAddress.ofLiteral("198.51.100.7");
    private static final InetAddress ELSEWHERE = InetAddress.ofLiteral("203.0.113.7");

    private final AtomicReference<Instant> now = new AtomicReference<>(START.minusSeconds(3_600));
    private final InstantSource clock = () -> Objects.requireNonNull(now.get());
    private final List<InetAddress> asked = new ArrayList<>();
    private final PassVoids voids = new PassVoids(clock);
    private final Books books = new Books();
    private final Networks networks = new Networks(books, voids, clock);

    NetworksTest() {
        voids.start();
        now.set(START);
    }

    /** The database, which counts how often it is asked. */
    private final class Books implements Entitlements {
        private Instant until = START.plus(Duration.ofDays(1));

        @Override
        public Optional<Entitlement> of(ReaderId reader, Instant at) {
            return Optional.empty();
        }

        @Override
        public Optional<Entitlement> at(InetAddress address, Instant at) {
            asked.add(address);
            return Optional.of(new Entitlement("The library", 0, until)).filter(each -> address.equals(LIBRARY));
        }
    }

    private Optional<Pass> after(Duration time, InetAddress from) {
        now.set(START.plus(time));
        return networks.pass(from);
    }

    @Test
    void a_whole_library_costs_one_look_up_in_ten_minutes_and_no_pass_outlives_them() {
        Pass first = networks.pass(LIBRARY).orElseThrow();
        assertThat(first.until()).isEqualTo(START.plus(Passes.LIFE));
        assertThat(after(Duration.ofMinutes(9), LIBRARY)).contains(first);
        assertThat(asked).hasSize(1);
        Pass second = after(Duration.ofMinutes(10), LIBRARY).orElseThrow();
        assertThat(second.issued()).isEqualTo(START.plus(Passes.LIFE));
        assertThat(asked).hasSize(2);
    }

    @Test
    void who_is_in_no_institutions_network_is_asked_about_once_a_minute() {
        assertThat(networks.pass(ELSEWHERE)).isEmpty();
        assertThat(after(Duration.ofSeconds(59), ELSEWHERE)).isEmpty();
        assertThat(asked).hasSize(1);
        assertThat(after(Duration.ofSeconds(60), ELSEWHERE)).isEmpty();
        assertThat(asked).hasSize(2);
    }

    @Test
    void a_change_of_an_institution_is_seen_at_once_and_no_pass_outlives_its_last_day() {
        assertThat(networks.pass(LIBRARY)).isPresent();
        assertThat(networks.pass(ELSEWHERE)).isEmpty();
        now.set(START.plusSeconds(5));
        books.until = START.plusSeconds(65);
        voids.hear(new Change("institution", "The library"));
        networks.hear(new Change("institution", "The library"));
        Pass last = after(Duration.ofSeconds(6), LIBRARY).orElseThrow();
        assertThat(last.until()).isEqualTo(books.until);
        assertThat(after(Duration.ofSeconds(65), LIBRARY)).isEmpty();
        assertThat(networks.pass(ELSEWHERE)).isEmpty();
        assertThat(asked).containsExactly(LIBRARY, ELSEWHERE, LIBRARY, LIBRARY, ELSEWHERE);
    }

    /** Else what was remembered would be handed out although it is void already. */
    @Test
    void what_is_void_is_not_handed_out_be_it_remembered() {
        Pass first = networks.pass(LIBRARY).orElseThrow();
        now.set(START.plusSeconds(5));
        voids.hear(new Change("institution", "The library"));
        assertThat(after(Duration.ofSeconds(6), LIBRARY).orElseThrow()).isNotEqualTo(first);
    }
}
