package org.broadsheet.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.broadsheet.plan.Standing.Facts;
import org.broadsheet.plan.Subscription.Source;
import org.junit.jupiter.api.Test;

class StandingTest {
    private static final Instant NOON = Instant.parse("2026-01-31T05:00:00Z");
    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    private static Facts facts(Source source, Optional<Instant> trial, Optional<Instant> paid) {
        return new Facts(source, NOON, trial, paid, Optional.empty(), Optional.empty());
    }

    private static Optional<Instant> day(int days) {
        return Optional.of(NOON.plus(Duration.ofDays(days)));
    }

    private static Standing on(Facts facts, int days) {
        return Standing.of(facts, NOON.plus(Duration.ofDays(days)));
    }

    @Test
    void free_time_then_paid_time_then_grace_then_nothing() {
        Facts facts = facts(Source.STRIPE, day(14), day(44));
        assertThat(on(facts, 0)).isEqualTo(new Standing.Trial(day(14).get()));
        assertThat(on(facts, 14)).isEqualTo(new Standing.Active(day(44).get()));
        assertThat(on(facts, 44)).isEqualTo(new Standing.Grace(day(44).get(), day(58).get()));
        assertThat(on(facts, 58)).isEqualTo(new Standing.Lapsed(day(58).get()));
    }

    @Test
    void whoever_cancels_keeps_what_is_paid_and_gets_no_grace() {
        Facts facts = new Facts(Source.STRIPE, NOON, Optional.empty(), day(30), day(3), Optional.empty());
        assertThat(on(facts, 29)).isEqualTo(new Standing.Leaving(day(30).get()));
        assertThat(on(facts, 30)).isEqualTo(new Standing.Lapsed(day(30).get()));
    }

    @Test
    void an_order_gives_nothing_until_it_is_paid_its_free_time_excepted() {
        assertThat(on(facts(Source.INVOICE, Optional.empty(), Optional.empty()), 5))
                .isEqualTo(new Standing.Ordered());
        assertThat(on(facts(Source.INVOICE, day(14), Optional.empty()), 5).reads())
                .isTrue();
        assertThat(on(facts(Source.INVOICE, day(14), Optional.empty()), 14)).isEqualTo(new Standing.Ordered());
        assertThat(on(facts(Source.INVOICE, day(14), day(44)), 50).reads()).isTrue();
    }

    @Test
    void what_was_given_ends_on_its_day_without_grace() {
        for (Source source : new Source[] {Source.VOUCHER, Source.GIFT, Source.HAND}) {
            assertThat(on(facts(source, Optional.empty(), day(30)), 29).reads()).isTrue();
            assertThat(on(facts(source, Optional.empty(), day(30)), 30)).isEqualTo(new Standing.Lapsed(day(30).get()));
        }
    }

    @Test
    void an_end_lies_over_everything_else() {
        Facts facts = new Facts(Source.STRIPE, NOON, Optional.empty(), day(30), Optional.empty(), day(10));
        assertThat(on(facts, 9)).isEqualTo(new Standing.Active(day(10).get()));
        assertThat(on(facts, 10)).isEqualTo(new Standing.Lapsed(day(10).get()));
    }

    @Test
    void a_month_from_the_31st_ends_on_the_last_day_and_the_next_again_on_the_31st() {
        assertThat(Plan.Interval.MONTH.after(NOON, 1, JAKARTA).toString()).startsWith("2026-02-28");
        assertThat(Plan.Interval.MONTH.after(NOON, 2, JAKARTA).toString()).startsWith("2026-03-31");
        assertThat(Plan.Interval.YEAR.after(Instant.parse("2028-02-28T20:00:00Z"), 1, JAKARTA))
                .as("29 February in Jakarta")
                .isEqualTo(Instant.parse("2029-02-27T20:00:00Z"));
        Instant second = Plan.Interval.MONTH.next(NOON, Plan.Interval.MONTH.after(NOON, 1, JAKARTA), JAKARTA);
        assertThat(second).isEqualTo(Plan.Interval.MONTH.after(NOON, 2, JAKARTA));
    }

    @Property
    void whoever_reads_has_an_end_ahead_and_the_paper_looks_again_by_then(
            @ForAll("facts") Facts facts, @ForAll("moments") Instant now) {
        Standing standing = Standing.of(facts, now);
        standing.readsUntil().ifPresent(until -> {
            assertThat(until).isAfter(now);
            assertThat(Standing.nextEdge(facts, now))
                    .hasValueSatisfying(edge -> assertThat(edge).isBeforeOrEqualTo(until));
        });
    }

    @Property
    void nothing_changes_by_itself_but_at_the_edges(
            @ForAll("facts") Facts facts, @ForAll("moments") Instant now, @ForAll("moments") Instant later) {
        Instant from = now.isBefore(later) ? now : later;
        Instant to = now.isBefore(later) ? later : now;
        Optional<Instant> edge = Standing.nextEdge(facts, from);
        if (edge.isEmpty() || to.isBefore(edge.get())) {
            assertThat(Standing.of(facts, to)).isEqualTo(Standing.of(facts, from));
        }
        edge.ifPresent(
                turn -> assertThat(Standing.of(facts, turn)).isNotEqualTo(Standing.of(facts, turn.minusNanos(1_000))));
    }

    @Property
    void paying_never_takes_reading_away_and_cancelling_never_gives_any(
            @ForAll("facts") Facts facts, @ForAll("moments") Instant now, @ForAll("moments") Instant paid) {
        Facts more = new Facts(
                facts.source(),
                facts.beganAt(),
                facts.trialUntil(),
                facts.paidUntil().filter(paid::isBefore).or(() -> Optional.of(paid)),
                facts.cancelledAt(),
                facts.endedAt());
        if (Standing.of(facts, now).reads()) {
            assertThat(Standing.of(more, now).reads()).isTrue();
        }
        Facts cancelled = new Facts(
                facts.source(), NOON, facts.trialUntil(), facts.paidUntil(), Optional.of(NOON), facts.endedAt());
        if (Standing.of(cancelled, now).reads()) {
            assertThat(Standing.of(facts, now).reads()).isTrue();
        }
    }

    @Provide
    Arbitrary<Instant> moments() {
        return Arbitraries.integers().between(-5, 90).map(days -> NOON.plus(Duration.ofDays(days)));
    }

    @Provide
    Arbitrary<Facts> facts() {
        Arbitrary<Optional<Instant>> maybe = moments().optional();
        return Combinators.combine(Arbitraries.of(Source.values()), maybe, maybe, maybe, maybe)
                .as((source, trial, paid, cancelled, ended) -> new Facts(source, NOON, trial, paid, cancelled, ended));
    }
}
