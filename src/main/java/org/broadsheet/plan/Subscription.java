package org.broadsheet.plan;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.broadsheet.reader.ReaderId;

/**
 * What somebody has of a plan.
 *
 * @param id its number
 * @param reader the owner; absent once the account has been deleted
 * @param plan what is had
 * @param price agreed when it began, for each of its intervals
 * @param seats people who read by it, the owner included
 * @param nextPlan the slug of what its owner chose for the next paid period
 * @param facts what has happened to it
 */
public record Subscription(
        long id,
        Optional<ReaderId> reader,
        Plan plan,
        Money price,
        Plan.Interval every,
        int seats,
        Optional<String> nextPlan,
        Standing.Facts facts) {

    public Standing standing(Instant now) {
        return Standing.of(facts, now);
    }

    public Source source() {
        return facts.source();
    }

    /** Goes on by itself unless it is cancelled. */
    public boolean renews(Instant now) {
        return source().renews() && facts.cancelledAt().isEmpty() && !(standing(now) instanceof Standing.Lapsed);
    }

    /** Paid by what the paper itself keeps the books of, so that changes of it need nobody else. */
    public boolean atTheProvider() {
        return source() == Source.STRIPE;
    }

    /** What gave it. */
    public enum Source {
        STRIPE,
        INVOICE,
        VOUCHER,
        GIFT,
        HAND;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public boolean renews() {
            return this == STRIPE || this == INVOICE;
        }

        public static Source of(String word) {
            return Arrays.stream(values())
                    .filter(each -> each.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("source is \"" + word + "\""));
        }
    }
}
