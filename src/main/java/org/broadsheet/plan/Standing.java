package org.broadsheet.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** How a subscription stands at one moment. */
public sealed interface Standing {
    /** How long somebody whose payment failed goes on reading. */
    Duration GRACE = Duration.ofDays(14);

    /** So long after the free time when no payment has been heard of: the provider's message may be late. */
    Duration LATE_NEWS = Duration.ofDays(1);

    /** Ordered, and waiting for its first payment. */
    record Ordered() implements Standing {}

    record Trial(Instant until) implements Standing {}

    record Active(Instant until) implements Standing {}

    /** A payment is due since then; the reader reads on until the end of grace. */
    record Grace(Instant since, Instant until) implements Standing {}

    /** Cancelled, and paid for until then. */
    record Leaving(Instant until) implements Standing {}

    record Lapsed(Instant since) implements Standing {}

    /** When reading by it ends or has to be decided anew; empty where it gives nothing to read now. */
    default Optional<Instant> readsUntil() {
        return switch (this) {
            case Trial(Instant until) -> Optional.of(until);
            case Active(Instant until) -> Optional.of(until);
            case Grace(Instant _, Instant until) -> Optional.of(until);
            case Leaving(Instant until) -> Optional.of(until);
            case Ordered() -> Optional.empty();
            case Lapsed(Instant _) -> Optional.empty();
        };
    }

    default boolean reads() {
        return readsUntil().isPresent();
    }

    /**
     * What has happened to a subscription: all that its standing depends on.
     *
     * @param trialUntil end of the free time
     * @param paidUntil end of what has been paid or given
     * @param cancelledAt when its owner said that it shall not renew
     * @param endedAt when it is over whatever was paid; may lie ahead
     */
    record Facts(
            Subscription.Source source,
            Instant beganAt,
            Optional<Instant> trialUntil,
            Optional<Instant> paidUntil,
            Optional<Instant> cancelledAt,
            Optional<Instant> endedAt) {

        /** Free time and paid time together. */
        public Optional<Instant> covered() {
            return Stream.concat(trialUntil.stream(), paidUntil.stream()).max(Instant::compareTo);
        }

        public Facts paid(Instant end) {
            return new Facts(source, beganAt, trialUntil, Optional.of(end), cancelledAt, endedAt);
        }

        public Facts cancelled(Optional<Instant> at) {
            return new Facts(source, beganAt, trialUntil, paidUntil, at, endedAt);
        }

        public Facts ended(Instant at) {
            return new Facts(source, beganAt, trialUntil, paidUntil, cancelledAt, Optional.of(at));
        }

        Duration grace() {
            return switch (source) {
                case STRIPE -> paidUntil.isPresent() ? GRACE : LATE_NEWS;
                case INVOICE -> paidUntil.isPresent() ? GRACE : Duration.ZERO;
                case VOUCHER, GIFT, HAND -> Duration.ZERO;
            };
        }
    }

    static Standing of(Facts facts, Instant now) {
        Instant over = facts.endedAt().orElse(Instant.MAX);
        Optional<Instant> covered = facts.covered();
        if (!now.isBefore(over)) {
            return new Lapsed(over);
        }
        if (covered.isEmpty()) {
            return facts.cancelledAt().<Standing>map(Lapsed::new).orElseGet(Ordered::new);
        }
        Instant until = earlier(covered.get(), over);
        if (now.isBefore(until)) {
            return covered(facts, until, now);
        }
        return uncovered(facts, covered.get(), over, now);
    }

    /** When the standing changes by itself the next time; empty where it never will. */
    static Optional<Instant> nextEdge(Facts facts, Instant now) {
        return Stream.of(
                        facts.trialUntil(),
                        facts.paidUntil(),
                        facts.covered().map(end -> end.plus(facts.grace())),
                        facts.endedAt())
                .flatMap(Optional::stream)
                .filter(edge -> edge.isAfter(now) && !of(facts, edge).equals(of(facts, edge.minusNanos(1_000))))
                .min(Instant::compareTo);
    }

    private static Standing covered(Facts facts, Instant until, Instant now) {
        if (facts.cancelledAt().isPresent()) {
            return new Leaving(until);
        }
        return facts.trialUntil()
                .filter(now::isBefore)
                .<Standing>map(trial -> new Trial(earlier(trial, until)))
                .orElseGet(() -> new Active(until));
    }

    private static Standing uncovered(Facts facts, Instant covered, Instant over, Instant now) {
        if (facts.cancelledAt().isPresent()) {
            return new Lapsed(covered);
        }
        Instant graceEnds = earlier(covered.plus(facts.grace()), over);
        if (now.isBefore(graceEnds)) {
            return new Grace(covered, graceEnds);
        }
        boolean neverPaid = facts.source() == Subscription.Source.INVOICE
                && facts.paidUntil().isEmpty();
        return neverPaid ? new Ordered() : new Lapsed(graceEnds);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
