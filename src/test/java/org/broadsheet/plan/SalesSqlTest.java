package org.broadsheet.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.broadsheet.base.Actor;
import org.broadsheet.base.Network;
import org.broadsheet.plan.Groups.Invited;
import org.broadsheet.plan.Groups.Taken;
import org.broadsheet.plan.Subscriptions.Changed;
import org.broadsheet.plan.Vouchers.Redeemed;
import org.broadsheet.plan.book.Turns;
import org.broadsheet.reader.Email;
import org.broadsheet.reader.PersonalData;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.testing.People;
import org.broadsheet.testing.TestPaper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Vouchers, seats, invoices, presents and time, with everybody at once. */
class SalesSqlTest {
    private static final Instant NOON = Instant.parse("2031-01-31T05:00:00Z");
    private static final Actor PUBLISHER = new Actor("a publisher");

    @RegisterExtension
    static final TestPaper paper = TestPaper.start(Map.of("ZONE", "Asia/Jakarta"));

    private static final Entitlements ENTITLEMENTS = paper.door(Entitlements.class);
    private static final Subscriptions SUBSCRIPTIONS = paper.door(Subscriptions.class);
    private static final Vouchers VOUCHERS = paper.door(Vouchers.class);
    private static final Groups GROUPS = paper.door(Groups.class);
    private static final Invoices INVOICES = paper.door(Invoices.class);
    private static final Turns TURNS = paper.door(Turns.class);

    @BeforeAll
    static void offer() {
        Plans plans = paper.door(Plans.class);
        Plan reader = Plan.of("reader", "Reader", Money.of("49000", "IDR"), Plan.Interval.MONTH, 3);
        plans.offer(reader);
        plans.offer(Plan.of("patron", "Patron", Money.of("99000", "IDR"), Plan.Interval.MONTH, 5)
                .withTrial(14));
        plans.offer(Plan.of("office", "Office", Money.of("400000", "IDR"), Plan.Interval.MONTH, 3)
                .withSeats(3));
    }

    @Test
    void ten_people_racing_for_the_last_two_seats_get_two_and_losing_a_seat_ends_reading() throws Exception {
        ReaderId owner = readers("owner", 1).getFirst();
        Instant until = NOON.plus(Duration.ofDays(30));
        Subscription office = SUBSCRIPTIONS.give(new Subscriptions.Gift(owner, "office", until, ""), PUBLISHER, NOON);
        List<Invited> all = Crowd.atOnce(
                10,
                number -> () ->
                        GROUPS.invite(owner, office.id(), new Email("colleague" + number + "@office.test"), NOON));
        assertThat(all).filteredOn(new Invited.Done()::equals).hasSize(2);
        assertThat(all).filteredOn(new Invited.Full(3)::equals).hasSize(8);
        List<ReaderId> guests = readers("guest", 3);
        List<String> tokens = tokens();
        assertThat(tokens).hasSize(2);
        List<Taken> taken = Crowd.atOnce(3, number -> () -> GROUPS.take(guests.get(number), tokens.getFirst(), NOON));
        assertThat(taken).filteredOn(Taken.Done.class::isInstance).hasSize(1);
        ReaderId guest = guests.get(taken.indexOf(new Taken.Done("Office")));
        assertThat(ENTITLEMENTS.of(guest, NOON)).contains(new Entitlement("Office", 3, until));
        assertThat(GROUPS.take(owner, tokens.getLast(), NOON)).isEqualTo(new Taken.ReadsAlready());
        assertThat(GROUPS.take(guests.getFirst(), "nonsense", NOON)).isEqualTo(new Taken.NoSuchOffer());
        long seat = GROUPS.places(guest).getFirst().seat();
        assertThat(GROUPS.remove(guest, office.id(), seat, NOON))
                .as("only the owner's to take away")
                .isFalse();
        assertThat(GROUPS.remove(owner, office.id(), seat, NOON)).isTrue();
        assertThat(ENTITLEMENTS.of(guest, NOON)).isEmpty();
    }

    @Test
    void thirty_orders_at_once_get_numbers_without_gaps_and_one_reader_gets_one() throws Exception {
        List<ReaderId> readers = readers("orders", 30);
        Instant newYear = Instant.parse("2032-12-31T17:30:00Z");
        Crowd.atOnce(30, number -> () -> SUBSCRIPTIONS.order(readers.get(number), "reader", "x", newYear));
        List<String> numbers = readers.stream()
                .map(reader -> INVOICES.of(reader).getFirst().number())
                .sorted()
                .toList();
        assertThat(numbers)
                .as("it is 2033 in Jakarta")
                .isEqualTo(IntStream.rangeClosed(1, 30)
                        .mapToObj("2033-%05d"::formatted)
                        .toList());
        ReaderId one = readers("impatient", 1).getFirst();
        List<Subscriptions.Ordered> all = Crowd.atOnce(6, _ -> () -> SUBSCRIPTIONS.order(one, "reader", "x", NOON));
        assertThat(all).filteredOn(Subscriptions.Ordered.Done.class::isInstance).hasSize(1);
        assertThat(INVOICES.of(one)).hasSize(1);
    }

    @Test
    void an_order_reads_when_it_is_paid_is_billed_again_and_falls_through_grace_once() throws Exception {
        ReaderId reader = readers("invoiced", 1).getFirst();
        SUBSCRIPTIONS.order(reader, "reader", "Somebody", NOON);
        assertThat(ENTITLEMENTS.of(reader, NOON)).isEmpty();
        String number = INVOICES.of(reader).getFirst().number();
        assertThat(INVOICES.pay(number, "bank", PUBLISHER, NOON)).isInstanceOf(Invoices.Paid.Done.class);
        assertThat(INVOICES.pay(number, "bank", PUBLISHER, NOON)).isEqualTo(new Invoices.Paid.Before());
        Instant end = Instant.parse("2031-02-28T05:00:00Z");
        assertThat(ENTITLEMENTS.of(reader, NOON)).contains(new Entitlement("Reader", 3, end));
        while (TURNS.bill(end.minus(Duration.ofDays(3))) > 0) {
            assertThat(INVOICES.of(reader)).hasSize(2);
        }
        assertThat(INVOICES.of(reader)).hasSize(2);
        assertThat(ENTITLEMENTS.of(reader, end.plusSeconds(1))).as("grace").isPresent();
        Instant over = end.plus(Standing.GRACE).plusSeconds(1);
        List<Integer> turned = Crowd.atOnce(4, _ -> () -> TURNS.turn(over));
        assertThat(turned.stream().mapToInt(Integer::intValue).sum()).isPositive();
        assertThat(TURNS.turn(over)).isZero();
        assertThat(SUBSCRIPTIONS.of(reader).getFirst().standing(over))
                .isEqualTo(new Standing.Lapsed(end.plus(Standing.GRACE)));
        assertThat(INVOICES.of(reader).getFirst().state()).isEqualTo(Invoice.State.VOID);
        assertThat(mailTo("invoiced0@sales.test"))
                .filteredOn(subject -> subject.contains("has ended"))
                .hasSize(1);
    }

    @Test
    void free_time_is_given_once_and_cancelling_keeps_it_to_its_end() {
        ReaderId reader = readers("tries", 1).getFirst();
        SUBSCRIPTIONS.order(reader, "patron", "x", NOON);
        Subscription first = SUBSCRIPTIONS.of(reader).getFirst();
        assertThat(first.standing(NOON)).isInstanceOf(Standing.Trial.class);
        ReaderId stranger = readers("meddles", 1).getFirst();
        assertThat(SUBSCRIPTIONS.cancel(stranger, first.id(), NOON)).isEqualTo(new Changed.NotThere());
        assertThat(SUBSCRIPTIONS.cancel(reader, first.id(), NOON)).isInstanceOf(Changed.Done.class);
        assertThat(ENTITLEMENTS.of(reader, NOON.plus(Duration.ofDays(13)))).isPresent();
        assertThat(INVOICES.of(reader).getFirst().state()).isEqualTo(Invoice.State.VOID);
        assertThat(SUBSCRIPTIONS.resume(reader, first.id(), NOON)).isInstanceOf(Changed.Done.class);
        assertThat(SUBSCRIPTIONS.cancel(reader, first.id(), NOON)).isInstanceOf(Changed.Done.class);
        Instant later = NOON.plus(Duration.ofDays(20));
        TURNS.turn(later);
        assertThat(SUBSCRIPTIONS.order(reader, "patron", "x", later)).isInstanceOf(Subscriptions.Ordered.Done.class);
        assertThat(ENTITLEMENTS.of(reader, later)).as("no second free time").isEmpty();
    }

    @Test
    void a_present_is_sent_once_when_it_is_paid_and_anybody_with_its_code_reads() throws Exception {
        ReaderId buyer = readers("buyer", 1).getFirst();
        Plan plan = paper.door(Plans.class).named("patron").orElseThrow();
        Present.Card card = new Present.Card("friend@sales.test", "Ana", "Read on");
        Invoice invoice = paper.door(Presents.class)
                .byInvoice(buyer, plan, card, "Ana", NOON)
                .orElseThrow();
        assertThat(mailTo("friend@sales.test")).isEmpty();
        Crowd.atOnce(4, _ -> () -> INVOICES.pay(invoice.number(), "", PUBLISHER, NOON));
        assertThat(mailTo("friend@sales.test")).hasSize(1);
        ReaderId friend = readers("friend", 1).getFirst();
        String code = database("select words from base.mail where recipient = 'friend@sales.test'")
                .replaceFirst("(?s).*code=([A-Z0-9-]{19}).*", "$1");
        assertThat(VOUCHERS.redeem(friend, code, NOON)).isInstanceOf(Redeemed.Done.class);
        assertThat(SUBSCRIPTIONS.of(friend).getFirst().source()).isEqualTo(Subscription.Source.GIFT);
    }

    @Test
    void a_library_reads_from_its_networks_while_it_may() throws Exception {
        Instant until = NOON.plus(Duration.ofDays(365));
        paper.door(Institutions.class)
                .admit(
                        new Institutions.Institution(
                                "The Library",
                                List.of(Network.parse("203.0.113.7/24"), Network.parse("2001:db8:5::/48")),
                                NOON,
                                until),
                        PUBLISHER,
                        NOON);
        for (String inside : List.of("203.0.113.200", "2001:db8:5:1::9")) {
            assertThat(ENTITLEMENTS.at(InetAddress.ofLiteral(inside), NOON))
                    .contains(new Entitlement("The Library", 0, until));
        }
        for (String outside : List.of("203.0.114.1", "2001:db8:6::1")) {
            assertThat(ENTITLEMENTS.at(InetAddress.ofLiteral(outside), NOON)).isEmpty();
        }
        assertThat(ENTITLEMENTS.at(InetAddress.ofLiteral("203.0.113.200"), NOON.minusSeconds(1)))
                .isEmpty();
        assertThat(ENTITLEMENTS.at(InetAddress.ofLiteral("203.0.113.200"), until))
                .isEmpty();
    }

    @Test
    void who_goes_is_forgotten_and_the_books_stay_without_them() {
        ReaderId reader = readers("goes", 1).getFirst();
        SUBSCRIPTIONS.order(reader, "patron", "Secret Name\ngoes0@sales.test", NOON);
        PersonalData own = part("org.broadsheet.plan.book.PlanRecords");
        PersonalData payment = part("org.broadsheet.plan.stripe.Farewells");
        assertThat(own.of(reader).toString()).contains("Patron", "Secret Name");
        new TransactionTemplate(paper.door(PlatformTransactionManager.class)).executeWithoutResult(_ -> {
            own.forget(reader);
            payment.forget(reader);
        });
        assertThat(database("select string_agg(i::text, ' ') from plan.invoice i"))
                .doesNotContain("Secret Name");
        assertThat(ENTITLEMENTS.of(reader, NOON)).isEmpty();
        assertThat(SUBSCRIPTIONS.of(reader)).isEmpty();
    }

    /** Nobody outside its room knows the class. */
    private static PersonalData part(String name) {
        try {
            return (PersonalData) paper.door(Class.forName(name));
        } catch (ClassNotFoundException renamed) {
            throw new IllegalStateException(renamed);
        }
    }

    private static List<ReaderId> readers(String name, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> People.join(paper.database().jdbi(), name + number + "@sales.test"))
                .toList();
    }

    private static List<String> tokens() {
        return paper.database()
                .jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select substring(words from '/seat/([A-Za-z0-9_-]{32})') from base.mail where recipient like '%office.test'")
                        .mapTo(String.class)
                        .list());
    }

    private static List<String> mailTo(String address) {
        return paper.database()
                .jdbi()
                .withHandle(handle -> handle.createQuery("select subject from base.mail where recipient = :address")
                        .bind("address", address)
                        .mapTo(String.class)
                        .list());
    }

    private static String database(String sql) {
        return paper.database()
                .jdbi()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).one());
    }
}
