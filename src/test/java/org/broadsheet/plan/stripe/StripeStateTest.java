package org.broadsheet.plan.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.net.ApiResource;
import java.time.Instant;
import java.util.List;
import org.broadsheet.plan.Money;
import org.broadsheet.plan.Standing;
import org.broadsheet.plan.Subscription;
import org.broadsheet.testing.StripeTalk;
import org.junit.jupiter.api.Test;

class StripeStateTest {
    private static final Instant NOW = Instant.parse("2026-01-31T05:00:00Z");

    @Test
    void amounts_are_counted_as_stripe_counts_them() {
        assertThat(StripeMoney.count(Money.of("49000", "IDR"))).isEqualTo(4_900_000);
        assertThat(StripeMoney.count(Money.of("980", "JPY"))).isEqualTo(980);
        assertThat(StripeMoney.count(Money.of("1.250", "KWD"))).isEqualTo(1_250);
        assertThat(StripeMoney.count(Money.of("900", "ISK"))).isEqualTo(90_000);
        assertThat(StripeMoney.money(4_900_000, "idr")).isEqualTo(Money.of("49000", "IDR"));
    }

    @Test
    void every_object_of_stripes_own_fixtures_goes_through_the_mapping() {
        com.stripe.model.Subscription said = ApiResource.GSON.fromJson(
                StripeTalk.fixture("subscription").toString(), com.stripe.model.Subscription.class);
        // the fixture's period ends before it begins
        said.getItems().getData().getFirst().setCurrentPeriodStart(946_684_800L);
        for (String status : List.of(
                "active",
                "trialing",
                "past_due",
                "unpaid",
                "canceled",
                "incomplete",
                "paused",
                "incomplete_expired",
                "a state of the future")) {
            said.setStatus(status);
            StripeState state = StripeState.of(said);
            assertThat(state.id()).isEqualTo("sub_1Pgc6rB7WZ01zgkWNy0Cn5nw");
            assertThat(state.facts().source()).isEqualTo(Subscription.Source.STRIPE);
            assertThat(Standing.of(state.facts(), NOW).reads()).as(status).isFalse();
        }
    }
}
