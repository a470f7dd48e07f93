package org.broadsheet.plan.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.checkout.Session;
import com.stripe.net.RequestOptions;
import com.stripe.param.SubscriptionListParams;
import com.stripe.service.V1Services;
import java.util.Optional;
import java.util.function.Consumer;
import org.broadsheet.base.BaseUrl;
import org.broadsheet.base.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Asks Stripe. The library sends its own version of the interface with each question ({@code Stripe-Version}), so that
 * answers have the shape it knows whatever the account is set to.
 */
@Component
class StripeApi {
    private static final int CONNECT_MS = 5_000;
    private static final int READ_MS = 15_000;
    private static final int RETRIES = 2;
    private static final int GONE = 404;
    private static final long PAGE = 100;

    private final Optional<StripeClient> client;

    StripeApi(Settings settings) {
        this.client = settings.sales().stripe().map(key -> {
            StripeClient.StripeClientBuilder builder = StripeClient.builder()
                    .setApiKey(key.value())
                    .setConnectTimeout(CONNECT_MS)
                    .setReadTimeout(READ_MS)
                    .setMaxNetworkRetries(RETRIES);
            settings.sales().stripeApi().map(BaseUrl::toString).ifPresent(builder::setApiBase);
            return builder.build();
        });
    }

    /** The provider does not answer, or not so. */
    static final class NoAnswer extends Exception {
        private static final long serialVersionUID = 1;

        NoAnswer(StripeException cause) {
            super("Stripe: " + cause.getMessage(), cause);
        }
    }

    /** A question. */
    interface Question<T extends @Nullable Object> {
        T ask(V1Services stripe) throws StripeException;
    }

    boolean open() {
        return client.isPresent();
    }

    <T> T ask(Question<T> question) throws NoAnswer {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a network is not waited for within a transaction");
        }
        try {
            return question.ask(client.orElseThrow().v1());
        } catch (StripeException unanswered) {
            throw new NoAnswer(unanswered);
        }
    }

    /** As {@link #ask}; nothing where Stripe has none of that name. */
    <T> Optional<T> find(Question<T> question) throws NoAnswer {
        try {
            return Optional.of(ask(question));
        } catch (NoAnswer none) {
            if (none.getCause() instanceof InvalidRequestException refused
                    && refused.getStatusCode() != null
                    && refused.getStatusCode() == GONE) {
                return Optional.empty();
            }
            throw none;
        }
    }

    Optional<StripeState> subscription(String id) throws NoAnswer {
        return find(stripe -> stripe.subscriptions().retrieve(id)).map(StripeState::of);
    }

    Optional<Session> session(String id) throws NoAnswer {
        return find(stripe -> stripe.checkout().sessions().retrieve(id));
    }

    /** All there are, whatever their state. */
    void eachSubscription(Consumer<StripeState> each) throws NoAnswer {
        SubscriptionListParams all = SubscriptionListParams.builder()
                .setStatus(SubscriptionListParams.Status.ALL)
                .setLimit(PAGE)
                .build();
        ask(stripe -> {
            stripe.subscriptions().list(all).autoPagingIterable().forEach(said -> each.accept(StripeState.of(said)));
            return true;
        });
    }

    /** The same question asked twice with one key is done once. */
    static RequestOptions once(String key) {
        return RequestOptions.builder().setIdempotencyKey(key).build();
    }
}
