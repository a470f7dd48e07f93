package org.broadsheet.plan.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.broadsheet.plan.Entitlement;
import org.broadsheet.plan.Entitlements;
import org.broadsheet.plan.Money;
import org.broadsheet.plan.Plan;
import org.broadsheet.plan.Plans;
import org.broadsheet.plan.Subscription;
import org.broadsheet.plan.Subscriptions;
import org.broadsheet.plan.Till;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.testing.LocalStripe;
import org.broadsheet.testing.People;
import org.broadsheet.testing.StripeTalk;
import org.broadsheet.testing.TestPaper;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A paper that sells four plans by a provider on loopback, and its readers. */
final class StripeRoom implements AfterAllCallback {
    static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    private static final AtomicInteger EVENTS = new AtomicInteger();

    final LocalStripe stripe = new LocalStripe();
    final TestPaper paper = TestPaper.start(stripe.settings());

    StripeRoom() {
        Plans plans = paper.door(Plans.class);
        plans.offer(Plan.of("reader", "Reader", Money.of("49000", "IDR"), Plan.Interval.MONTH, 3));
        plans.offer(Plan.of("patron", "Patron", Money.of("99000", "IDR"), Plan.Interval.MONTH, 5));
        plans.offer(Plan.of("office", "Office", Money.of("400000", "IDR"), Plan.Interval.MONTH, 4)
                .withSeats(4));
        plans.offer(Plan.of("pair", "Pair", Money.of("70000", "IDR"), Plan.Interval.MONTH, 3)
                .withSeats(2));
        // a paper reconciles when it first starts; no test is to meet that half way
        soon(
                "the first reconciliation is done",
                () -> paper.database()
                        .jdbi()
                        .withHandle(handle ->
                                handle.createQuery("""
                        select exists (select 1 from ops.job
                         where task_name = 'plan.stripe.reconcile' and last_success is not null)
                        """).mapTo(Boolean.class).one()));
    }

    ReaderId reader(String email) {
        return People.join(paper.database().jdbi(), email);
    }

    Till till() {
        return paper.door(Till.class);
    }

    Plan plan(String slug) {
        return paper.door(Plans.class).named(slug).orElseThrow();
    }

    /** Subscribes as people do, by the till; what the provider calls it. */
    String subscribes(ReaderId reader, String plan) {
        Till.Answer away = till().checkout(new Till.Buyer(reader, "x@paper.test", Locale.ENGLISH), plan(plan), NOW);
        String session = session(away);
        stripe.paid(session);
        assertThat(till().settle(reader, session, NOW)).isEqualTo(new Till.Answer.Done());
        return paper.door(StripeBook.class).stripeId(only(reader)).orElseThrow();
    }

    /** What the provider calls a plan's price; somebody has to have wanted it once. */
    String price(String plan) {
        ReaderId curious = reader("curious" + EVENTS.incrementAndGet() + "@paper.test");
        till().checkout(new Till.Buyer(curious, "x@paper.test", Locale.ENGLISH), plan(plan), NOW);
        return plan(plan).stripePrice().orElseThrow();
    }

    static String session(Till.Answer away) {
        URI till = ((Till.Answer.Onward) away).to();
        return till.getPath().substring("/pay/".length());
    }

    /** The provider tells of one of its objects as it is now, in an event of its own. */
    String event(String type, String thing) {
        return stripe.event("evt_room" + EVENTS.incrementAndGet(), type, thing);
    }

    void tell(String event) {
        Instant now = Instant.now();
        HttpRequest post = HttpRequest.newBuilder(paper.at("/webhooks/stripe"))
                .header("Content-Type", "application/json")
                .header("Stripe-Signature", StripeTalk.sign(event, now, LocalStripe.WEBHOOK_SECRET))
                .POST(BodyPublishers.ofString(event))
                .build();
        assertThat(paper.send(post).statusCode()).isEqualTo(200);
    }

    Subscription only(ReaderId reader) {
        List<Subscription> all = paper.door(Subscriptions.class).of(reader);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    Optional<Entitlement> entitled(ReaderId reader) {
        return paper.door(Entitlements.class).of(reader, NOW.plusSeconds(5));
    }

    /** Every order of some numbers. */
    static List<List<Integer>> permutations(List<Integer> of) {
        if (of.isEmpty()) {
            return List.of(List.of());
        }
        List<List<Integer>> all = new ArrayList<>();
        for (Integer first : of) {
            List<Integer> rest = of.stream().filter(each -> !each.equals(first)).toList();
            for (List<Integer> tail : permutations(rest)) {
                List<Integer> one = new ArrayList<>(List.of(first));
                one.addAll(tail);
                all.add(one);
            }
        }
        return all;
    }

    static void soon(String what, BooleanSupplier holds) {
        Instant end = Instant.now().plus(Duration.ofSeconds(180));
        while (!holds.getAsBoolean()) {
            assertThat(Instant.now()).as(what).isBefore(end);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        paper.close();
        stripe.close();
    }
}
