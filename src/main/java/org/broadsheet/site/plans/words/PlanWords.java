package org.broadsheet.site.plans.words;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.broadsheet.base.Language;
import org.broadsheet.base.Settings;
import org.broadsheet.base.words.Dates;
import org.broadsheet.base.words.Texts;
import org.broadsheet.plan.Money;
import org.broadsheet.plan.Plan;
import org.broadsheet.plan.Standing;
import org.broadsheet.plan.Subscription;
import org.springframework.stereotype.Component;

/** Says of plans, prices and standings what people want to know. */
@Component
public class PlanWords {
    private final Language language;
    private final Dates dates;

    PlanWords(Settings settings) {
        this.language = new Language(settings.paper().language().toLanguageTag());
        this.dates = new Dates(settings.zone(), language);
    }

    public String say(String key, Object... facts) {
        return Texts.in(language).say(key, facts);
    }

    public Locale locale() {
        return language.locale();
    }

    public String money(Money money) {
        return money.in(locale());
    }

    public String day(Instant at) {
        return dates.moment(at).people();
    }

    /** {@code Rp 49,000 a month}. */
    public String price(Money money, Plan.Interval every) {
        return say("plans.per." + every.word(), money(money));
    }

    public PlanCard card(Plan plan) {
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
    public String terms(Plan plan, Optional<Instant> free) {
        String price = price(plan.price(), plan.every());
        return free.map(until -> say("checkout.free", day(until), price))
                .orElseGet(() -> say("checkout.now", money(plan.price()), price));
    }

    public String standing(Subscription subscription, Instant now) {
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
