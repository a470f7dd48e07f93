package org.broadsheet.plan;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.broadsheet.reader.ReaderId;

/**
 * The payment provider, as the pages see it. Everything here may wait for the network, for seconds; none of it may be called
 * within a transaction.
 */
public interface Till {
    /** False where the paper has no keys: then it sells by voucher and invoice. */
    boolean open();

    /** Origins that a form of ours may end up at, for the policy of the page it is on. */
    List<String> places();

    /** Somebody at the till. */
    record Buyer(ReaderId reader, String email, Locale language) {}

    /** What became of a question to the provider. */
    sealed interface Answer {
        /** The browser goes there. */
        record Onward(URI to) implements Answer {}

        /** It is done, and the books say so. */
        record Done() implements Answer {}

        /** The reader has one that renews itself: another would be paid for twice. */
        record HasOne() implements Answer {}

        record NotPossible() implements Answer {}

        /** The provider cannot be reached, or refuses to answer; later it may. */
        record Unreachable() implements Answer {}
    }

    /** Where a subscription is paid for. */
    Answer checkout(Buyer buyer, Plan plan, Instant at);

    /** Where a present that has been ordered is paid for. */
    Answer checkout(Buyer buyer, Present present, Instant at);

    /** Somebody has come back from there: takes over what the provider says of it. Only of this reader's own. */
    Answer settle(ReaderId reader, String session, Instant at);

    /** Where cards are changed and receipts are kept. */
    Answer portal(ReaderId reader, Locale language);

    Answer cancel(Subscription subscription, Instant at);

    Answer resume(Subscription subscription, Instant at);

    /** At once; the provider reckons what has been paid against what is due. */
    Answer change(Subscription subscription, Plan plan, Instant at);
}
