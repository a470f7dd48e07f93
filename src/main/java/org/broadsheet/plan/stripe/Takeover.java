package org.broadsheet.plan.stripe;

import com.stripe.model.checkout.Session;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.broadsheet.plan.stripe.StripeApi.NoAnswer;
import org.broadsheet.plan.stripe.StripeBook.Event;
import org.broadsheet.plan.stripe.StripeBook.Overtaken;
import org.broadsheet.plan.stripe.StripeBook.Taken;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.springframework.stereotype.Component;

/**
 * Asks Stripe what is so, then takes it over. Between the two nothing is locked: whoever finds that a later answer has been
 * taken over meanwhile asks again, so that an old answer never lies over a new one.
 */
@Component
class Takeover {
    private static final int TRIES = 8;

    private final StripeApi api;
    private final StripeBook book;

    Takeover(StripeApi api, StripeBook book) {
        this.api = api;
        this.book = book;
    }

    Taken subscription(String id, Optional<Event> event, Instant at) throws NoAnswer {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            int version = book.version(id);
            Optional<StripeState> state = api.subscription(id);
            try {
                if (state.isPresent()) {
                    return book.take(state.get(), version, event, at);
                }
                Taken taken = book.gone(id, version, at);
                event.ifPresent(news -> book.note(news, "gone"));
                return taken;
            } catch (Overtaken again) {
                Thread.onSpinWait();
            } catch (UnableToExecuteStatementException refused) {
                if (!readerIsGone(refused)) {
                    throw refused;
                }
                book.nobodys(id, event, at);
                return Taken.NOBODYS;
            }
        }
        return Taken.OVERTAKEN;
    }

    /** An account that was deleted while its payment was on the way: no foreign key leads there. */
    private static boolean readerIsGone(UnableToExecuteStatementException refused) {
        return refused.getCause() instanceof SQLException problem && "23503".equals(problem.getSQLState());
    }

    /** What was bought there: a subscription, or a present. */
    Taken session(Session session, Optional<Event> event, Instant at) throws NoAnswer {
        if (session.getSubscription() != null) {
            return subscription(session.getSubscription(), event, at);
        }
        Optional<Long> present = Optional.ofNullable(session.getMetadata())
                .map(metadata -> metadata.get(StripeTill.PRESENT))
                .filter(id -> id.matches("[1-9][0-9]{0,17}"))
                .map(Long::valueOf);
        if (present.isPresent() && "paid".equals(session.getPaymentStatus())) {
            return book.present(present.get(), event, at);
        }
        event.ifPresent(news -> book.note(news, "nothing bought"));
        return Taken.SAME;
    }
}
