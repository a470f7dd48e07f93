package org.broadsheet.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.broadsheet.base.Actor;
import org.broadsheet.base.Network;
import org.broadsheet.plan.Groups.Invited;
import org.broadsheet.plan.Groups.Taken;
import org.broadsheet.plan.Subscriptions.Changed;
import org.broadsheet.plan.Vouchers.Redeemed;
import org.broadsheet.plan.book.Turns;
import org.broadsheet.reader.PersonalData;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.testing.People;
import org.broadsheet.testing.TestPaper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.context.ApplicationContext;
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
    void twenty_readers_racing_for_a_voucher_that_is_good_for_five_use_it_five_times() throws Exception {
        String code = voucher("reader", 2, 5);
        List<ReaderId> readers = readers("race", 20);
        List<Redeemed> all = atOnce(20, number -> () -> VOUCHERS.redeem(readers.get(number), code, NOON));
        assertThat(all).filteredOn(Redeemed.Done.class::isInstance).hasSize(5);
        assertThat(all).filteredOn(new Redeemed.UsedUp()::equals).hasSize(15);
        assertThat(readers)
                .filteredOn(each -> ENTITLEMENTS.of(each, NOON).isPresent())
                .hasSize(5);
    }

    @Test
    void one_reader_uses_a_code_once_however_often_the_button_is_pressed_and_two_codes_add_up() throws Exception {
        ReaderId reader = readers("twice", 1).getFirst();
        String code = voucher("reader", 1, 10);
        assertThat(atOnce(
                        8,
                        _ -> () -> VOUCHERS.redeem(
                                reader, code.toLowerCase(Locale.ROOT).replace('-', ' '), NOON)))
                .filteredOn(Redeemed.Done.class::isInstance)
                .hasSize(1);
        List<String> more = List.of(voucher("reader", 1, 1), voucher("reader", 1, 1));
        atOnce(2, number -> () -> VOUCHERS.redeem(reader, more.get(number), NOON));
        assertThat(ENTITLEMENTS.of(reader, Instant.parse("2031-04-27T05:00:00Z")))
                .isPresent();
        assertThat(ENTITLEMENTS.of(reader, Instant.parse("2031-05-01T05:00:00Z")))
                .isEmpty();
    }

    @Test
    void guessing_codes_ends_after_ten_and_an_hour_later_there_is_room_again() {
        ReaderId reader = readers("guesses", 1).getFirst();
        for (int guess = 0; guess < 10; guess++) {
            assertThat(VOUCHERS.redeem(reader, "ABCD-EFGH-JKMN-PQR" + (guess + 2) % 10, NOON))
                    .isEqualTo(new Redeemed.NoSuchCode());
        }
        String code = voucher("reader", 1, 1);
        assertThat(VOUCHERS.redeem(reader, code, NOON)).isEqualTo(new Redeemed.TooMany());
        assertThat(VOUCHERS.redeem(reader, code, NOON.plus(Duration.ofMinutes(61))))
                .isInstanceOf(Redeemed.Done.class);
    }

    @Test
    void an_expired_code_is_refused_and_no_code_is_kept() {
        ReaderId reader = readers("expired", 1).getFirst();
        String code = VOUCHERS.make(new Vouchers.Order("reader", 1, 1, Optional.of(NOON)), PUBLISHER, NOON);
        assertThat(code).matches("([A-HJ-KM-NP-Z2-9]{4}-){3}[A-HJ-KM-NP-Z2-9]{4}");
        assertThat(VOUCHERS.redeem(reader, code, NOON)).isEqualTo(new Redeemed.Expired());
        assertThat(database("select coalesce(string_agg(v::text, ' '), '') from plan.voucher v"))
                .doesNotContain(code)
                .doesNotContain(code.replace("-", ""));
    }

    @Test
    void ten_people_racing_for_the_last_two_seats_get_two_and_losing_a_seat_ends_reading() throws Exception {
        ReaderId owner = readers("owner", 1).getFirst();
        Instant until = NOON.plus(Duration.ofDays(30));
        Subscription office = SUBSCRIPTIONS.give(new Subscriptions.Gift(owner, "office", until, ""), PUBLISHER, NOON);
        List<Invited> all = atOnce(
                10, number -> () -> GROUPS.invite(owner, office.id(), "colleague" + number + "@office.test", NOON));
        assertThat(all).filteredOn(new Invited.Done()::equals).hasSize(2);
        assertThat(all).filteredOn(new Invited.Full(3)::equals).hasSize(8);
        List<ReaderId> guests = readers("guest", 3);
        List<String> tokens = tokens();
        assertThat(tokens).hasSize(2);
        List<Taken> taken = atOnce(3, number -> () -> GROUPS.take(guests.get(number), tokens.getFirst(), NOON));
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
        atOnce(30, number -> () -> SUBSCRIPTIONS.order(readers.get(number), "reader", "x", newYear));
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
        List<Subscriptions.Ordered> all = atOnce(6, _ -> () -> SUBSCRIPTIONS.order(one, "reader", "x", NOON));
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
        List<Integer> turned = atOnce(4, _ -> () -> TURNS.turn(over));
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
        Invoice invoice = paper.door(Presents.class).byInvoice(buyer, plan, card, "Ana", NOON);
        assertThat(mailTo("friend@sales.test")).isEmpty();
        atOnce(4, _ -> () -> INVOICES.pay(invoice.number(), "", PUBLISHER, NOON));
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
        List<PersonalData> parts = List.of(paper.door(ApplicationContext.class)
                .getBeansOfType(PersonalData.class)
                .values()
                .toArray(PersonalData[]::new));
        PersonalData own = parts.stream()
                .filter(part -> part.part().equals("subscriptions"))
                .findFirst()
                .orElseThrow();
        assertThat(own.of(reader).toString()).contains("Patron", "Secret Name");
        new TransactionTemplate(paper.door(PlatformTransactionManager.class))
                .executeWithoutResult(_ -> parts.stream()
                        .filter(part -> part.getClass().getName().contains(".plan."))
                        .forEach(part -> part.forget(reader)));
        assertThat(database("select string_agg(i::text, ' ') from plan.invoice i"))
                .doesNotContain("Secret Name");
        assertThat(ENTITLEMENTS.of(reader, NOON)).isEmpty();
        assertThat(SUBSCRIPTIONS.of(reader)).isEmpty();
    }

    private static String voucher(String plan, int months, int times) {
        return VOUCHERS.make(new Vouchers.Order(plan, months, times, Optional.empty()), PUBLISHER, NOON);
    }

    private static List<ReaderId> readers(String name, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> People.join(paper.database().jdbi(), name + number + "@sales.test"))
                .toList();
    }

    private static <T> List<T> atOnce(int count, IntFunction<Callable<T>> each) throws Exception {
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            List<T> done = new ArrayList<>();
            for (Future<T> one :
                    all.invokeAll(IntStream.range(0, count).mapToObj(each).toList())) {
                done.add(one.get());
            }
            return done;
        }
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
