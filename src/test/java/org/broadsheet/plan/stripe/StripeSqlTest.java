package org.broadsheet.plan.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.broadsheet.ops.AuditLog;
import org.broadsheet.plan.Entitlement;
import org.broadsheet.plan.Entitlements;
import org.broadsheet.plan.Money;
import org.broadsheet.plan.Plan;
import org.broadsheet.plan.Plans;
import org.broadsheet.plan.Standing;
import org.broadsheet.plan.Subscription;
import org.broadsheet.plan.Subscriptions;
import org.broadsheet.plan.Till;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.testing.LocalStripe;
import org.broadsheet.testing.People;
import org.broadsheet.testing.StripeTalk;
import org.broadsheet.testing.TestPaper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** stripe-java, our mapping and our books against a provider that speaks the same HTTP. */
class StripeSqlTest {
    @Order(1)
    @RegisterExtension
    static final LocalStripe stripe = new LocalStripe();

    @Order(2)
    @RegisterExtension
    static final TestPaper paper = TestPaper.start(stripe.settings());

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @BeforeAll
    static void offer() throws InterruptedException {
        paper.door(Plans.class).offer(Plan.of("reader", "Reader", Money.of("49000", "IDR"), Plan.Interval.MONTH, 3));
        paper.door(Plans.class).offer(Plan.of("patron", "Patron", Money.of("99000", "IDR"), Plan.Interval.MONTH, 5));
        Instant patience = Instant.now().plusSeconds(60);
        while (!nightlyWorkIsDone()) {
            assertThat(Instant.now()).isBefore(patience);
            Thread.sleep(100);
        }
    }

    /** A paper reconciles when it first starts; none of these tests is to meet that half way. */
    private static boolean nightlyWorkIsDone() {
        return paper.database()
                .jdbi()
                .withHandle(
                        handle -> handle.createQuery("""
                        select exists (select 1 from ops.job
                         where task_name = 'plan.stripe.reconcile' and last_success is not null)
                        """).mapTo(Boolean.class).one());
    }

    @Test
    void a_reader_subscribes_cancels_and_takes_it_up_again_and_the_books_follow() {
        ReaderId reader = reader("subscribes@paper.test");
        Till till = paper.door(Till.class);
        Till.Buyer buyer = new Till.Buyer(reader, "subscribes@paper.test", Locale.ENGLISH);
        Plan plan = paper.door(Plans.class).named("patron").orElseThrow();
        Till.Answer first = till.checkout(buyer, plan, NOW);
        assertThat(till.checkout(buyer, paper.door(Plans.class).named("patron").orElseThrow(), NOW))
                .as("a second tab leads to the same till")
                .isEqualTo(first);
        String session = session(((Till.Answer.Onward) first).to());
        stripe.paid(session);
        ReaderId stranger = reader("stranger@paper.test");
        assertThat(till.settle(stranger, session, NOW)).isEqualTo(new Till.Answer.NotPossible());
        assertThat(entitled(stranger)).isEmpty();
        assertThat(till.settle(reader, session, NOW)).isEqualTo(new Till.Answer.Done());
        assertThat(entitled(reader))
                .hasValueSatisfying(has -> assertThat(has.gifts()).isEqualTo(5));
        assertThat(till.checkout(buyer, plan, NOW)).isEqualTo(new Till.Answer.HasOne());
        assertThat(till.cancel(only(reader), NOW)).isEqualTo(new Till.Answer.Done());
        assertThat(only(reader).standing(NOW)).isInstanceOf(Standing.Leaving.class);
        assertThat(till.resume(only(reader), NOW)).isEqualTo(new Till.Answer.Done());
        assertThat(only(reader).standing(NOW)).isInstanceOf(Standing.Active.class);
        assertThat(only(reader).price()).isEqualTo(Money.of("99000", "IDR"));
    }

    @Test
    void the_same_event_eight_times_at_once_has_its_effect_once() throws Exception {
        ReaderId reader = reader("once@paper.test");
        String id = stripe.subscribed(reader.toString(), "reader", NOW);
        String event = stripe.event("evt_once", "customer.subscription.created", id);
        Callable<Integer> post = () -> post(event, NOW).statusCode();
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> one : all.invokeAll(Collections.nCopies(8, post))) {
                assertThat(one.get()).isEqualTo(200);
            }
        }
        assertThat(paper.door(Subscriptions.class).of(reader)).hasSize(1);
        int asked = stripe.asked();
        assertThat(post(event, NOW).statusCode()).isEqualTo(200);
        assertThat(stripe.asked())
                .as("news that has had its effect asks nothing")
                .isEqualTo(asked);
    }

    @Test
    void events_in_every_order_come_to_the_same_end() {
        List<List<Integer>> orders = StripeRoom.permutations(List.of(0, 1, 2, 3));
        assertThat(orders).hasSize(24);
        for (List<Integer> order : orders) {
            String name = "order"
                    + String.join("", order.stream().map(String::valueOf).toList());
            ReaderId reader = reader(name + "@paper.test");
            String id = stripe.subscribed(reader.toString(), "reader", NOW);
            String[] types = {
                "customer.subscription.created",
                "customer.subscription.updated",
                "invoice.paid",
                "customer.subscription.deleted"
            };
            List<String> events = new ArrayList<>();
            for (int number = 0; number < types.length; number++) {
                if (number == 1) {
                    stripe.change(
                            id, it -> it.put("cancel_at_period_end", true).put("canceled_at", NOW.getEpochSecond()));
                }
                if (number == 3) {
                    stripe.change(id, it -> it.put("status", "canceled").put("ended_at", NOW.getEpochSecond()));
                }
                events.add(stripe.event("evt_" + name + number, types[number], id));
            }
            order.forEach(number ->
                    assertThat(post(events.get(number), NOW).statusCode()).isEqualTo(200));
            assertThat(only(reader).standing(NOW)).as(name).isEqualTo(new Standing.Lapsed(NOW));
            assertThat(entitled(reader)).isEmpty();
        }
    }

    @Test
    void an_answer_that_has_been_overtaken_is_asked_for_again() throws Exception {
        ReaderId reader = reader("overtaken@paper.test");
        String id = stripe.subscribed(reader.toString(), "reader", NOW);
        StripeBook book = paper.door(StripeBook.class);
        int version = book.version(id);
        StripeState old = paper.door(StripeApi.class).subscription(id).orElseThrow();
        stripe.change(id, it -> it.put("status", "canceled").put("ended_at", NOW.getEpochSecond()));
        assertThat(post(stripe.event("evt_overtakes", "customer.subscription.deleted", id), NOW)
                        .statusCode())
                .isEqualTo(200);
        assertThatThrownBy(() -> book.take(old, version, Optional.empty(), NOW))
                .isInstanceOf(StripeBook.Overtaken.class);
        assertThat(entitled(reader)).isEmpty();
    }

    @Test
    void what_is_not_signed_is_too_old_from_the_future_or_changed_does_nothing() {
        ReaderId reader = reader("forged@paper.test");
        String event = stripe.event(
                "evt_forged", "customer.subscription.created", stripe.subscribed(reader.toString(), "reader", NOW));
        assertThat(post(event, NOW.minusSeconds(400)).statusCode()).isEqualTo(400);
        assertThat(post(event, NOW.plusSeconds(900)).statusCode()).isEqualTo(400);
        String good = StripeTalk.sign(event, NOW, LocalStripe.WEBHOOK_SECRET);
        assertThat(send(event + " ", good).statusCode()).isEqualTo(400);
        assertThat(send(event, StripeTalk.sign(event, NOW, "whsec_of_somebody_else"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(send(event, "nonsense").statusCode()).isEqualTo(400);
        assertThat(send("x".repeat(600_000), good).statusCode()).isEqualTo(413);
        assertThat(paper.door(Subscriptions.class).of(reader)).isEmpty();
    }

    @Test
    void an_unknown_kind_and_unknown_fields_are_acknowledged_and_nothing_else() {
        String event = StripeTalk.fixture("event")
                .put("id", "evt_unknown")
                .put("news", "of the future")
                .toString();
        assertThat(post(event, NOW).statusCode()).isEqualTo(200);
        assertThat(post("[]", NOW).statusCode()).isEqualTo(400);
        assertThat(post("no json", NOW).statusCode()).isEqualTo(400);
    }

    @Test
    void while_stripe_cannot_be_asked_it_is_told_to_tell_us_again_and_then_all_is_well() {
        ReaderId reader = reader("later@paper.test");
        String event = stripe.event(
                "evt_later", "customer.subscription.created", stripe.subscribed(reader.toString(), "reader", NOW));
        stripe.down(true);
        assertThat(post(event, NOW).statusCode()).isEqualTo(503);
        stripe.down(false);
        assertThat(entitled(reader)).isEmpty();
        assertThat(post(event, NOW).statusCode()).isEqualTo(200);
        assertThat(entitled(reader)).isPresent();
    }

    @Test
    void a_subscription_for_an_account_that_is_not_here_is_acknowledged_and_stopped() {
        String id = stripe.subscribed("987654321", "reader", NOW);
        assertThat(post(stripe.event("evt_nobody", "customer.subscription.created", id), NOW)
                        .statusCode())
                .isEqualTo(200);
        assertThat(paper.door(AuditLog.class).about("Stripe"))
                .anySatisfy(entry -> assertThat(entry.note()).contains(id));
    }

    @Test
    void reconciliation_finds_what_was_never_told_mends_it_and_says_so() throws Exception {
        ReaderId untold = reader("untold@paper.test");
        stripe.subscribed(untold.toString(), "patron", NOW);
        ReaderId gone = reader("gone@paper.test");
        String lost = stripe.subscribed(gone.toString(), "reader", NOW);
        assertThat(post(stripe.event("evt_gone", "customer.subscription.created", lost), NOW)
                        .statusCode())
                .isEqualTo(200);
        stripe.forget(lost);
        Reconciliation reconciliation = paper.door(Reconciliation.class);
        assertThat(reconciliation.mend(NOW))
                .as("these two, and what other tests left behind")
                .isGreaterThanOrEqualTo(2);
        assertThat(entitled(untold)).isPresent();
        assertThat(entitled(gone)).isEmpty();
        assertThat(paper.door(AuditLog.class)
                        .about("subscription " + only(untold).id()))
                .anySatisfy(entry -> assertThat(entry.action()).isEqualTo("subscription mended"));
        assertThat(reconciliation.mend(NOW))
                .as("a second time there is nothing to mend")
                .isZero();
        // looked at from before its end, as by a node whose clock is behind
        assertThat(reconciliation.mend(NOW.minusSeconds(60)))
                .as("what is gone and ended is not mended again")
                .isZero();
    }

    private static HttpResponse<String> post(String body, Instant signed) {
        return send(body, StripeTalk.sign(body, signed, LocalStripe.WEBHOOK_SECRET));
    }

    private static HttpResponse<String> send(String body, String signature) {
        return paper.send(HttpRequest.newBuilder(paper.at("/webhooks/stripe"))
                .header("Content-Type", "application/json")
                .header("Stripe-Signature", signature)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private static String session(URI till) {
        return till.getPath().substring("/pay/".length());
    }

    private static ReaderId reader(String email) {
        return People.join(paper.database().jdbi(), email);
    }

    private static Optional<Entitlement> entitled(ReaderId reader) {
        return paper.door(Entitlements.class).of(reader, NOW.plusSeconds(5));
    }

    private static Subscription only(ReaderId reader) {
        List<Subscription> all = paper.door(Subscriptions.class).of(reader);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }
}
