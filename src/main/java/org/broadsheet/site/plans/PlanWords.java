package org.broadsheet.site.plans;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.broadsheet.plan.Money;
import org.broadsheet.plan.Plan;
import org.broadsheet.plan.Standing;
import org.broadsheet.plan.Subscription;
import org.broadsheet.site.assembly.Frames;
import org.broadsheet.site.words.Texts;
import org.springframework.stereotype.Component;

/** Says of plans, prices and standings what people want to know. */
@Component
class PlanWords {
    private final Frames frames;

    PlanWords(Frames frames) {
        this.frames = frames;
    }

    String say(String key, Object... facts) {
        return Texts.in(frames.paper().language()).say(key, facts);
    }

    Locale locale() {
        return frames.paper().language().locale();
    }

    String money(Money money) {
        return money.in(locale());
    }

    String day(Instant at) {
        return frames.dates().moment(at).people();
    }

    /** {@code Rp 49,000 a month}. */
    String price(Money money, Plan.Interval every) {
        return say("plans.per." + every.word(), money(money));
    }

    PlanCard card(Plan plan) {
        List<String> points = new ArrayList<>();
        points.add(say("plans.everything"));
        points.add(say("plans.gifts", plan.gifts()));
        if (plan.forGroup()) {
            points.add(say("plans.seats", plan.seats()));
        }
        if (plan.trialDays() > 0) {
            points.add(say("plans.trial", plan.trialDays(), price(plan.price(), plan.every())));
        }
        return new PlanCard(plan.slug(), plan.name(), price(plan.price(), plan.every()), points);
    }

    /** What is paid today and later. */
    String terms(Plan plan, Optional<Instant> free) {
        String price = price(plan.price(), plan.every());
        return free.map(until -> say("checkout.free", day(until), price))
                .orElseGet(() -> say("checkout.now", money(plan.price()), price));
    }

    String standing(Subscription subscription, Instant now) {
        String price = price(subscription.price(), subscription.every());
        return switch (subscription.standing(now)) {
            case Standing.Ordered() -> say("own.ordered", price);
            case Standing.Trial(Instant until) -> say("own.trial", day(until), price);
            case Standing.Active(Instant until) ->
                subscription.source().renews() ? say("own.renews", day(until), price) : say("own.given", day(until));
            case Standing.Grace(Instant since, Instant until) -> say("own.grace", day(since), day(until));
            case Standing.Leaving(Instant until) -> say("own.leaving", day(until));
            case Standing.Lapsed(Instant since) -> say("own.lapsed", day(since));
        };
    }
}
