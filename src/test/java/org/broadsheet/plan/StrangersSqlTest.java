package org.broadsheet.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.base.Actor;
import org.broadsheet.plan.Groups.Invited;
import org.broadsheet.reader.Accounts;
import org.broadsheet.reader.Email;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.testing.People;
import org.broadsheet.testing.TestPaper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Mail that a subscriber has the paper send to people who have not asked for it, and bills that nobody means to pay. */
class StrangersSqlTest {
    private static final Instant NOON = Instant.parse("2031-01-31T05:00:00Z");
    private static final Actor PUBLISHER = new Actor("a publisher");

    @RegisterExtension
    static final TestPaper paper = TestPaper.start(Map.of("NAME", "The Public Record"));

    private static final Groups GROUPS = paper.door(Groups.class);

    @BeforeAll
    static void offer() {
        Plans plans = paper.door(Plans.class);
        plans.offer(Plan.of("office", "Office", Money.of("400000", "IDR"), Plan.Interval.MONTH, 3)
                .withSeats(3));
        plans.offer(Plan.of("hall", "Hall", Money.of("900000", "IDR"), Plan.Interval.MONTH, 3)
                .withSeats(40));
    }

    private static Subscription group(ReaderId owner, String plan) {
        return paper.door(Subscriptions.class)
                .give(new Subscriptions.Gift(owner, plan, NOON.plus(Duration.ofDays(30)), ""), PUBLISHER, NOON);
    }

    private static ReaderId somebody(String email) {
        return People.join(paper.database().jdbi(), email);
    }

    private static Invited invite(ReaderId owner, Subscription group, String email, Instant at) {
        return GROUPS.invite(owner, group.id(), new Email(email), at);
    }

    private static void takeBack(ReaderId owner, Subscription group) {
        GROUPS.seats(group).forEach(seat -> GROUPS.remove(owner, group.id(), seat.id(), NOON));
    }

    @Test
    void inviting_and_taking_back_over_and_over_ends_with_the_days_number_for_the_seats_there_are() {
        ReaderId owner = somebody("few@seats.test");
        Subscription group = group(owner, "office");
        List<Invited> all = new ArrayList<>();
        for (int number = 0; number < 17; number++) {
            all.add(invite(owner, group, "few" + number + "@seats.test", NOON));
            takeBack(owner, group);
        }
        assertThat(all.subList(0, 16)).containsOnly(new Invited.Done());
        assertThat(all.getLast()).isEqualTo(new Invited.TooMany());
        assertThat(invite(
                        owner,
                        group,
                        "few@elsewhere.test",
                        NOON.plus(Duration.ofDays(1)).plusSeconds(1)))
                .isEqualTo(new Invited.Done());
    }

    @Test
    void one_owner_sends_twenty_invitations_a_day_however_many_seats_and_subscriptions_there_are() {
        ReaderId owner = somebody("many@seats.test");
        Subscription hall = group(owner, "hall");
        for (int number = 0; number < 20; number++) {
            assertThat(invite(owner, hall, "many" + number + "@seats.test", NOON))
                    .isEqualTo(new Invited.Done());
        }
        assertThat(invite(owner, hall, "twenty-first@seats.test", NOON)).isEqualTo(new Invited.TooMany());
        assertThat(mailTo("twenty-first@seats.test")).isEmpty();
        assertThat(invite(somebody("other@seats.test"), hall, "x@seats.test", NOON))
                .as("of another's group")
                .isEqualTo(new Invited.NotThere());
    }

    @Test
    void one_address_gets_three_whoever_sends_them_and_is_left_in_peace_then() {
        List<Invited> all = new ArrayList<>();
        for (int number = 0; number < 4; number++) {
            ReaderId owner = somebody("owner" + number + "@peace.test");
            all.add(invite(
                    owner, group(owner, "office"), number % 2 == 0 ? "Victim@peace.test" : "victim@peace.test", NOON));
        }
        assertThat(all)
                .containsExactly(
                        new Invited.Done(), new Invited.Done(), new Invited.Done(), new Invited.AddressTired());
        assertThat(mailTo("victim@peace.test")).hasSize(3);
    }

    @Test
    void an_owners_name_is_in_no_subject_and_one_that_leads_somewhere_is_not_in_the_text_either() {
        ReaderId honest = somebody("honest@names.test");
        paper.door(Accounts.class).rename(honest, "Dr. J. Okonjo");
        invite(honest, group(honest, "office"), "one@names.test", NOON);
        assertThat(mailTo("one@names.test")).singleElement().asString().contains("Okonjo", "A seat for you in");
        assertThat(subjectTo("one@names.test")).doesNotContain("Okonjo");
        for (String name : List.of(
                "Your account is locked: evil.example",
                "https://evil.example",
                "mail me@evil.example",
                "call 0815123456",
                "\u202eelpmaxe",
                "x".repeat(61))) {
            ReaderId phisher = somebody("phisher" + name.hashCode() + "@names.test");
            paper.door(Accounts.class).rename(phisher, name);
            String to = "to" + name.hashCode() + "@names.test";
            invite(phisher, group(phisher, "office"), to, NOON);
            assertThat(mailTo(to))
                    .singleElement()
                    .asString()
                    .contains("Somebody")
                    .doesNotContain(name);
        }
    }

    @Test
    void of_presents_that_nobody_has_paid_five_wait_and_no_more_however_many_are_ordered_at_once() throws Exception {
        ReaderId buyer = somebody("generous@presents.test");
        Plan plan = paper.door(Plans.class).named("office").orElseThrow();
        Present.Card card = new Present.Card("friend@presents.test", "Ana", "");
        Presents presents = paper.door(Presents.class);
        List<Optional<Invoice>> all =
                Crowd.atOnce(12, number -> () -> presents.byInvoice(buyer, plan, card, "Ana", NOON));
        assertThat(all).filteredOn(Optional::isPresent).hasSize(5);
        assertThat(presents.order(buyer, plan, card, NOON)).isEmpty();
        String number =
                all.stream().flatMap(Optional::stream).findFirst().orElseThrow().number();
        paper.door(Invoices.class).pay(number, "", PUBLISHER, NOON);
        assertThat(presents.order(buyer, plan, card, NOON)).isPresent();
        assertThat(presents.order(buyer, plan, card, NOON)).isEmpty();
        assertThat(presents.order(buyer, plan, card, NOON.plus(Duration.ofDays(15))))
                .isPresent();
    }

    @Test
    void ordering_and_cancelling_over_and_over_ends_after_ten_bills_a_day() {
        ReaderId reader = somebody("restless@bills.test");
        Subscriptions subscriptions = paper.door(Subscriptions.class);
        List<Subscriptions.Ordered> all = new ArrayList<>();
        for (int number = 0; number < 11; number++) {
            all.add(subscriptions.order(reader, "office", "x", NOON));
            subscriptions.of(reader).forEach(each -> subscriptions.cancel(reader, each.id(), NOON));
        }
        assertThat(all.subList(0, 10)).allMatch(Subscriptions.Ordered.Done.class::isInstance);
        assertThat(all.getLast()).isEqualTo(new Subscriptions.Ordered.TooMany());
        assertThat(subscriptions.order(reader, "office", "x", NOON.plus(Duration.ofDays(1))))
                .isInstanceOf(Subscriptions.Ordered.Done.class);
    }

    private static List<String> mailTo(String address) {
        return column("words", address);
    }

    private static String subjectTo(String address) {
        return column("subject", address).getFirst();
    }

    private static List<String> column(String column, String address) {
        return paper.database()
                .jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select case :column when 'subject' then subject else subject || ' ' || words end"
                                        + " from base.mail where lower(recipient) = :to")
                        .bind("column", column)
                        .bind("to", address)
                        .mapTo(String.class)
                        .list());
    }
}
