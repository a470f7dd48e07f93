package org.broadsheet.plan.stripe;

import com.stripe.model.Price;
import com.stripe.model.checkout.Session;
import com.stripe.param.PriceCreateParams;
import com.stripe.param.SubscriptionUpdateParams;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.LineItem;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.broadsheet.base.BaseUrl;
import org.broadsheet.base.Settings;
import org.broadsheet.plan.Plan;
import org.broadsheet.plan.Present;
import org.broadsheet.plan.Subscription;
import org.broadsheet.plan.Till;
import org.broadsheet.plan.stripe.StripeApi.NoAnswer;
import org.broadsheet.reader.ReaderId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Stripe's Checkout and customer portal. */
@Component
class StripeTill implements Till {
    static final String PRESENT = "present";

    private static final Logger LOG = LoggerFactory.getLogger(StripeTill.class);

    /** The same wish within so long leads to the same till, so that two open tabs cannot pay twice. */
    private static final Duration SAME_WISH = Duration.ofMinutes(30);

    /** Stripe takes no free time that ends sooner than that. */
    private static final Duration SHORTEST_FREE = Duration.ofHours(49);

    private final StripeApi api;
    private final StripeBook book;
    private final Takeover takeover;
    private final Settings settings;

    StripeTill(StripeApi api, StripeBook book, Takeover takeover, Settings settings) {
        this.api = api;
        this.book = book;
        this.takeover = takeover;
        this.settings = settings;
    }

    @Override
    public boolean open() {
        return api.open();
    }

    @Override
    public List<String> places() {
        if (!open()) {
            return List.of();
        }
        return settings.sales()
                .stripeApi()
                .map(BaseUrl::toString)
                .map(List::of)
                .orElse(List.of("https://checkout.stripe.com", "https://billing.stripe.com"));
    }

    @Override
    public Answer checkout(Buyer buyer, Plan plan, Instant at) {
        return asking(() -> {
            if (book.renews(buyer.reader(), at)) {
                return new Answer.HasOne();
            }
            Instant wished = Instant.ofEpochSecond(at.getEpochSecond() / SAME_WISH.toSeconds() * SAME_WISH.toSeconds());
            String price = price(plan);
            SessionCreateParams.SubscriptionData.Builder terms = SessionCreateParams.SubscriptionData.builder()
                    .putMetadata(StripeState.READER, buyer.reader().toString())
                    .putMetadata(StripeState.PLAN, plan.slug());
            book.free(buyer.reader(), plan, wished)
                    .filter(end -> end.isAfter(at.plus(SHORTEST_FREE)))
                    .ifPresent(end -> terms.setTrialEnd(
                            end.truncatedTo(ChronoUnit.SECONDS).getEpochSecond()));
            SessionCreateParams.Builder session = session(buyer, SessionCreateParams.Mode.SUBSCRIPTION)
                    .setCancelUrl(settings.baseUrl() + "/plans/" + plan.slug() + "/checkout")
                    .setExpiresAt(wished.plus(SAME_WISH.multipliedBy(4)).getEpochSecond())
                    .setSubscriptionData(terms.build())
                    .addLineItem(
                            LineItem.builder().setPrice(price).setQuantity(1L).build());
            String key = String.join(
                    "-",
                    "subscribe",
                    buyer.reader().toString(),
                    price,
                    Integer.toString(book.count(buyer.reader())),
                    Long.toString(wished.getEpochSecond()));
            return onward(session.build(), key);
        });
    }

    @Override
    public Answer checkout(Buyer buyer, Present present, Instant at) {
        return asking(() -> {
            LineItem.PriceData price = LineItem.PriceData.builder()
                    .setCurrency(present.price().currency().toLowerCase(Locale.ROOT))
                    .setUnitAmount(StripeMoney.count(present.price()))
                    .setProductData(LineItem.PriceData.ProductData.builder()
                            .setName(present.plan().name())
                            .build())
                    .build();
            SessionCreateParams.Builder session = session(buyer, SessionCreateParams.Mode.PAYMENT)
                    .setSuccessUrl(settings.baseUrl() + "/plans/thanks?present=yes&session={CHECKOUT_SESSION_ID}")
                    .setCancelUrl(settings.baseUrl() + "/plans/gift")
                    .putMetadata(PRESENT, Long.toString(present.id()))
                    .addLineItem(LineItem.builder()
                            .setPriceData(price)
                            .setQuantity(1L)
                            .build());
            return onward(session.build(), "present-" + present.id());
        });
    }

    @Override
    public Answer settle(ReaderId reader, String session, Instant at) {
        return asking(() -> {
            Optional<Session> own =
                    api.session(session).filter(each -> reader.toString().equals(each.getClientReferenceId()));
            if (own.isEmpty()) {
                return new Answer.NotPossible();
            }
            takeover.session(own.get(), Optional.empty(), at);
            return new Answer.Done();
        });
    }

    @Override
    public Answer portal(ReaderId reader, Locale language) {
        Optional<String> customer = book.customer(reader);
        return customer.isEmpty()
                ? new Answer.NotPossible()
                : asking(() -> new Answer.Onward(URI.create(api.ask(stripe -> stripe.billingPortal()
                                .sessions()
                                .create(com.stripe.param.billingportal.SessionCreateParams.builder()
                                        .setCustomer(customer.get())
                                        .setLocale(
                                                language.getLanguage().equals("id")
                                                        ? com.stripe.param.billingportal.SessionCreateParams.Locale.ID
                                                        : com.stripe.param.billingportal.SessionCreateParams.Locale
                                                                .AUTO)
                                        .setReturnUrl(settings.baseUrl() + "/account/plan")
                                        .build()))
                        .getUrl())));
    }

    @Override
    public Answer cancel(Subscription subscription, Instant at) {
        return update(subscription, at, SubscriptionUpdateParams.builder().setCancelAtPeriodEnd(true));
    }

    @Override
    public Answer resume(Subscription subscription, Instant at) {
        return update(subscription, at, SubscriptionUpdateParams.builder().setCancelAtPeriodEnd(false));
    }

    @Override
    public Answer change(Subscription subscription, Plan plan, Instant at) {
        return asking(() -> {
            String id = book.stripeId(subscription).orElseThrow();
            String item = api.ask(stripe -> stripe.subscriptions().retrieve(id))
                    .getItems()
                    .getData()
                    .getFirst()
                    .getId();
            return update(
                    subscription,
                    at,
                    SubscriptionUpdateParams.builder()
                            .setProrationBehavior(SubscriptionUpdateParams.ProrationBehavior.CREATE_PRORATIONS)
                            .putMetadata(StripeState.PLAN, plan.slug())
                            .addItem(SubscriptionUpdateParams.Item.builder()
                                    .setId(item)
                                    .setPrice(price(plan))
                                    .build()));
        });
    }

    private Answer update(Subscription subscription, Instant at, SubscriptionUpdateParams.Builder change) {
        return asking(() -> {
            String id = book.stripeId(subscription).orElseThrow();
            api.ask(stripe -> stripe.subscriptions().update(id, change.build()));
            takeover.subscription(id, Optional.empty(), at);
            return new Answer.Done();
        });
    }

    /** What Stripe calls a plan's present price; told to it where it does not know it. */
    private String price(Plan plan) throws NoAnswer {
        if (plan.stripePrice().isPresent()) {
            return plan.stripePrice().get();
        }
        PriceCreateParams told = PriceCreateParams.builder()
                .setCurrency(plan.price().currency().toLowerCase(Locale.ROOT))
                .setUnitAmount(StripeMoney.count(plan.price()))
                .setRecurring(PriceCreateParams.Recurring.builder()
                        .setInterval(
                                plan.every() == Plan.Interval.MONTH
                                        ? PriceCreateParams.Recurring.Interval.MONTH
                                        : PriceCreateParams.Recurring.Interval.YEAR)
                        .build())
                .setProductData(PriceCreateParams.ProductData.builder()
                        .setName(plan.name())
                        .build())
                .putMetadata(StripeState.PLAN, plan.slug())
                .build();
        String key = String.join(
                "-",
                "price",
                plan.slug(),
                plan.price().currency(),
                Long.toString(plan.price().minor()),
                plan.every().word());
        Price price = api.ask(stripe -> stripe.prices().create(told, StripeApi.once(key)));
        book.priced(plan, price.getId());
        return price.getId();
    }

    private SessionCreateParams.Builder session(Buyer buyer, SessionCreateParams.Mode mode) {
        SessionCreateParams.Builder session = SessionCreateParams.builder()
                .setMode(mode)
                .setClientReferenceId(buyer.reader().toString())
                .setLocale(
                        buyer.language().getLanguage().equals("id")
                                ? SessionCreateParams.Locale.ID
                                : SessionCreateParams.Locale.EN)
                .setSuccessUrl(settings.baseUrl() + "/plans/thanks?session={CHECKOUT_SESSION_ID}");
        book.customer(buyer.reader())
                .ifPresentOrElse(session::setCustomer, () -> session.setCustomerEmail(buyer.email()));
        return session;
    }

    private Answer onward(SessionCreateParams session, String key) throws NoAnswer {
        Session made = api.ask(stripe -> stripe.checkout().sessions().create(session, StripeApi.once(key)));
        return new Answer.Onward(URI.create(made.getUrl()));
    }

    private interface Talk {
        Answer talk() throws NoAnswer;
    }

    private static Answer asking(Talk talk) {
        try {
            return talk.talk();
        } catch (NoAnswer none) {
            LOG.warn("the payment provider does not answer as expected: {}", none.getMessage());
            return new Answer.Unreachable();
        }
    }
}
