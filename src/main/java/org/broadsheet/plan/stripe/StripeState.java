package org.broadsheet.plan.stripe;

import com.stripe.model.Price;
import com.stripe.model.SubscriptionItem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.broadsheet.plan.Money;
import org.broadsheet.plan.Plan;
import org.broadsheet.plan.Standing;
import org.broadsheet.plan.Subscription.Source;
import org.jspecify.annotations.Nullable;

/**
 * What Stripe says a subscription is now, in the paper's words. Made from what its interface answers and from nothing else:
 * the same answer always gives the same facts.
 *
 * @param reader the account it was bought for, as we told Stripe
 * @param plan the slug we told Stripe; a price of ours that stands in it says more
 * @param agreed price and interval
 */
record StripeState(
        String id,
        Optional<Long> reader,
        Optional<String> customer,
        Optional<String> plan,
        Optional<String> price,
        Optional<Agreed> agreed,
        Standing.Facts facts) {

    record Agreed(Money price, Plan.Interval every) {}

    static final String READER = "reader";
    static final String PLAN = "plan";

    static StripeState of(com.stripe.model.Subscription said) {
        Map<String, String> metadata = Optional.ofNullable(said.getMetadata()).orElse(Map.of());
        Optional<SubscriptionItem> item = Optional.ofNullable(said.getItems())
                .map(items -> Optional.ofNullable(items.getData()).orElse(List.of()))
                .flatMap(items -> items.stream().findFirst());
        Optional<Price> price = item.map(SubscriptionItem::getPrice);
        return new StripeState(
                said.getId(),
                Optional.ofNullable(metadata.get(READER))
                        .filter(id -> id.matches("[1-9][0-9]{0,17}"))
                        .map(Long::valueOf),
                Optional.ofNullable(said.getCustomer()),
                Optional.ofNullable(metadata.get(PLAN)),
                price.map(Price::getId),
                price.flatMap(StripeState::agreed),
                facts(said, item));
    }

    /**
     * Of each of Stripe's states (its page "How subscriptions work"): what is covered until when. A state that is new to us
     * covers nothing.
     */
    private static Standing.Facts facts(com.stripe.model.Subscription said, Optional<SubscriptionItem> item) {
        Instant began = at(said.getStartDate()).or(() -> at(said.getCreated())).orElse(Instant.EPOCH);
        Optional<Instant> trial = at(said.getTrialEnd());
        Optional<Instant> from = item.flatMap(each -> at(each.getCurrentPeriodStart()));
        Optional<Instant> until = item.flatMap(each -> at(each.getCurrentPeriodEnd()));
        // what failed is the payment of the period that has begun; before it, free time is no payment
        Optional<Instant> before = from.filter(start -> start.isAfter(trial.orElse(began)));
        String status = Optional.ofNullable(said.getStatus()).orElse("");
        Optional<Instant> paid = switch (status) {
            case "active" -> until;
            case "past_due", "unpaid", "canceled" -> before;
            default -> Optional.empty();
        };
        Optional<Instant> ended = switch (status) {
            case "active", "past_due" -> cutShort(said, until);
            case "trialing", "incomplete" -> Optional.empty();
            case "unpaid" -> Optional.of(from.orElse(began));
            case "paused" -> Optional.of(trial.orElse(began));
            default -> at(said.getEndedAt()).or(() -> at(said.getCanceledAt())).or(() -> Optional.of(began));
        };
        boolean leaving = Boolean.TRUE.equals(said.getCancelAtPeriodEnd())
                || said.getCancelAt() != null
                || status.equals("canceled");
        Optional<Instant> cancelled =
                leaving ? at(said.getCanceledAt()).or(() -> Optional.of(began)) : Optional.empty();
        return new Standing.Facts(Source.STRIPE, began, trial, paid, cancelled, ended);
    }

    /** Cancelled for a day before the paid period ends. */
    private static Optional<Instant> cutShort(com.stripe.model.Subscription said, Optional<Instant> until) {
        return at(said.getCancelAt()).filter(end -> until.filter(end::isBefore).isPresent());
    }

    private static Optional<Agreed> agreed(Price price) {
        if (price.getUnitAmount() == null || price.getCurrency() == null || price.getRecurring() == null) {
            return Optional.empty();
        }
        return Stream.of(Plan.Interval.values())
                .filter(every -> every.word().equals(price.getRecurring().getInterval()))
                .findFirst()
                .flatMap(every -> StripeMoney.read(price.getUnitAmount(), price.getCurrency())
                        .map(money -> new Agreed(money, every)));
    }

    private static Optional<Instant> at(@Nullable Long seconds) {
        return Optional.ofNullable(seconds).map(Instant::ofEpochSecond);
    }
}
