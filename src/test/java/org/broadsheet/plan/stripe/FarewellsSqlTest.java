package org.broadsheet.plan.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import org.broadsheet.ops.AuditLog;
import org.broadsheet.plan.Subscriptions;
import org.broadsheet.plan.Till;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.reader.data.PersonalFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who deletes their account pays nothing more, whatever was on the way at the provider; the paper's own jobs see to it. */
class FarewellsSqlTest {
    @RegisterExtension
    static final StripeRoom ROOM = new StripeRoom();

    @Test
    void deleting_the_account_stops_the_subscription_at_the_provider_and_the_books_keep_a_number_without_a_person() {
        ReaderId reader = ROOM.reader("leaves@paper.test");
        String id = ROOM.subscribes(reader, "patron");
        long number = ROOM.only(reader).id();
        assertThat(ROOM.stripe.status(id)).isEqualTo("active");
        delete(reader);
        StripeRoom.soon(
                "it is stopped at the provider", () -> ROOM.stripe.status(id).equals("canceled"));
        ROOM.tell(ROOM.event("customer.subscription.deleted", id));
        assertThat(ROOM.paper.door(Subscriptions.class).numbered(number)).hasValueSatisfying(kept -> {
            assertThat(kept.reader()).isEmpty();
            assertThat(kept.facts().endedAt()).isPresent();
        });
    }

    @Test
    void while_the_provider_cannot_be_reached_the_account_goes_all_the_same_and_the_stop_follows() {
        ReaderId reader = ROOM.reader("leaves-at-a-bad-time@paper.test");
        String id = ROOM.subscribes(reader, "reader");
        ROOM.stripe.down(true);
        delete(reader);
        StripeRoom.soon("the stop has failed once", FarewellsSqlTest::hasFailed);
        assertThat(ROOM.stripe.status(id)).isEqualTo("active");
        ROOM.stripe.down(false);
        StripeRoom.soon(
                "it is stopped at the provider", () -> ROOM.stripe.status(id).equals("canceled"));
    }

    @Test
    void a_payment_that_was_on_the_way_when_the_account_went_is_stopped_and_noted() {
        ReaderId reader = ROOM.reader("pays-and-leaves@paper.test");
        Till.Answer away = ROOM.till()
                .checkout(
                        new Till.Buyer(reader, "pays-and-leaves@paper.test", Locale.ENGLISH),
                        ROOM.plan("reader"),
                        StripeRoom.NOW);
        delete(reader);
        String session = StripeRoom.session(away);
        ROOM.stripe.paid(session);
        String id = ROOM.stripe.boughtBy(session);
        ROOM.tell(ROOM.event("checkout.session.completed", session));
        StripeRoom.soon(
                "it is stopped at the provider", () -> ROOM.stripe.status(id).equals("canceled"));
        assertThat(ROOM.paper.door(AuditLog.class).about("Stripe"))
                .anySatisfy(entry -> assertThat(entry.note()).contains(id, "paid back"));
        ROOM.tell(ROOM.event("customer.subscription.deleted", id));
        assertThat(ROOM.paper.door(Subscriptions.class).of(reader)).isEmpty();
    }

    private static void delete(ReaderId reader) {
        assertThat(ROOM.paper.door(PersonalFiles.class).delete(reader, Instant.now()))
                .isPresent();
    }

    private static boolean hasFailed() {
        return ROOM.paper
                .database()
                .jdbi()
                .withHandle(
                        handle -> handle.createQuery("""
                        select exists (select 1 from ops.job
                         where task_name in ('plan.stripe.delete', 'plan.stripe.stop') and consecutive_failures > 0)
                        """).mapTo(Boolean.class).one());
    }
}
