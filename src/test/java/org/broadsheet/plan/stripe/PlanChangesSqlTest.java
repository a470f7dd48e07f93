package org.broadsheet.plan.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.broadsheet.base.db.Change;
import org.broadsheet.base.db.ChangeNotices;
import org.broadsheet.ops.AuditLog;
import org.broadsheet.plan.Entitlement;
import org.broadsheet.plan.Groups;
import org.broadsheet.plan.Money;
import org.broadsheet.plan.Plan;
import org.broadsheet.plan.Standing;
import org.broadsheet.plan.Subscription;
import org.broadsheet.plan.Till;
import org.broadsheet.reader.Email;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.testing.Mailbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Another plan or another price: chosen here, in the provider's customer portal, or by the operator there. */
class PlanChangesSqlTest {
    @RegisterExtension
    static final StripeRoom ROOM = new StripeRoom();

    private static final String UPDATED = "customer.subscription.updated";

    @Test
    void the_portal_leads_up_and_down_and_gifts_and_price_follow() {
        ReaderId reader = ROOM.reader("portal@paper.test");
        String id = ROOM.subscribes(reader, "reader");
        assertThat(ROOM.till().portal(reader, Locale.ENGLISH)).isInstanceOf(Till.Answer.Onward.class);
        moves(id, ROOM.price("patron"));
        agreed(reader, "patron", "99000", 5);
        moves(id, ROOM.price("reader"));
        agreed(reader, "reader", "49000", 3);
    }

    @Test
    void our_own_page_leads_up_and_down_at_the_provider_too() {
        ReaderId reader = ROOM.reader("page@paper.test");
        String id = ROOM.subscribes(reader, "reader");
        assertThat(ROOM.till().change(ROOM.only(reader), ROOM.plan("patron"), StripeRoom.NOW))
                .isEqualTo(new Till.Answer.Done());
        agreed(reader, "patron", "99000", 5);
        assertThat(ROOM.till().change(ROOM.only(reader), ROOM.plan("reader"), StripeRoom.NOW))
                .isEqualTo(new Till.Answer.Done());
        agreed(reader, "reader", "49000", 3);
        ROOM.tell(ROOM.event(UPDATED, id));
        agreed(reader, "reader", "49000", 3);
    }

    @Test
    void a_price_that_the_operator_changes_there_is_what_the_reader_is_told_and_nobody_else() {
        ReaderId reader = ROOM.reader("dearer@paper.test");
        ReaderId other = ROOM.reader("as-before@paper.test");
        String id = ROOM.subscribes(reader, "patron");
        ROOM.subscribes(other, "patron");
        moves(id, ROOM.stripe.priceLike(ROOM.price("patron"), 12_900_000));
        agreed(reader, "patron", "129000", 5);
        agreed(other, "patron", "99000", 5);
        assertThat(ROOM.plan("patron").price()).isEqualTo(Money.of("99000", "IDR"));
    }

    @Test
    void with_a_larger_plan_come_its_seats_and_a_smaller_one_takes_them_from_who_came_last() {
        ReaderId owner = ROOM.reader("owner@paper.test");
        String id = ROOM.subscribes(owner, "reader");
        moves(id, ROOM.price("office"));
        assertThat(ROOM.only(owner).seats()).isEqualTo(4);
        List<ReaderId> guests = List.of(sits(owner, "first@paper.test"), sits(owner, "second@paper.test"));
        assertThat(guests).allSatisfy(guest -> assertThat(ROOM.entitled(guest)).isPresent());
        List<String> told = new CopyOnWriteArrayList<>();
        ROOM.paper
                .door(ChangeNotices.class)
                .listen(change -> Optional.of(change)
                        .filter(each -> each.kind().equals("standing"))
                        .map(Change::key)
                        .ifPresent(told::add));
        moves(id, ROOM.price("reader"));
        assertThat(ROOM.only(owner).seats()).isEqualTo(1);
        assertThat(ROOM.entitled(owner)).isPresent();
        assertThat(guests).allSatisfy(guest -> assertThat(ROOM.entitled(guest)).isEmpty());
        StripeRoom.soon(
                "every node is told of both",
                () -> guests.stream().map(ReaderId::toString).allMatch(told::contains));
        assertThat(ROOM.paper
                        .door(Groups.class)
                        .invite(owner, ROOM.only(owner).id(), new Email("x@paper.test"), StripeRoom.NOW))
                .isEqualTo(new Groups.Invited.Full(1));
        moves(id, ROOM.price("office"));
        assertThat(guests).allSatisfy(guest -> assertThat(ROOM.entitled(guest)).isPresent());
    }

    @Test
    void in_a_smaller_group_those_read_who_came_first_and_the_next_when_a_seat_is_free() {
        Groups groups = ROOM.paper.door(Groups.class);
        ReaderId owner = ROOM.reader("smaller@paper.test");
        String id = ROOM.subscribes(owner, "office");
        long group = ROOM.only(owner).id();
        ReaderId first = sits(owner, "one@paper.test");
        ReaderId second = sits(owner, "two@paper.test");
        assertThat(groups.invite(owner, group, new Email("three@paper.test"), StripeRoom.NOW))
                .isEqualTo(new Groups.Invited.Done());
        moves(id, ROOM.price("pair"));
        assertThat(ROOM.entitled(first)).isPresent();
        assertThat(ROOM.entitled(second)).isEmpty();
        assertThat(groups.seats(ROOM.only(owner)))
                .extracting(Groups.Seat::email, Groups.Seat::reads)
                .containsExactly(
                        tuple("one@paper.test", true),
                        tuple("two@paper.test", false),
                        tuple("three@paper.test", false));
        assertThat(groups.places(second)).extracting(Groups.Place::reads).containsExactly(false);
        ReaderId third = ROOM.reader("three@paper.test");
        assertThat(groups.take(third, invitation("three@paper.test"), StripeRoom.NOW))
                .isEqualTo(new Groups.Taken.NoSuchOffer());
        assertThat(groups.invite(owner, group, new Email("four@paper.test"), StripeRoom.NOW))
                .isEqualTo(new Groups.Invited.Full(2));
        Groups.Seat taken = groups.seats(ROOM.only(owner)).getFirst();
        assertThat(groups.remove(owner, group, taken.id(), StripeRoom.NOW)).isTrue();
        assertThat(ROOM.entitled(first)).isEmpty();
        assertThat(ROOM.entitled(second)).isPresent();
    }

    @Test
    void a_change_that_was_never_told_is_found_at_night() throws Exception {
        ReaderId moved = ROOM.reader("moved@paper.test");
        ROOM.stripe.moves(ROOM.subscribes(moved, "reader"), ROOM.price("patron"));
        ReaderId dearer = ROOM.reader("dearer-at-night@paper.test");
        ROOM.stripe.moves(ROOM.subscribes(dearer, "reader"), ROOM.stripe.priceLike(ROOM.price("reader"), 5_900_000));
        assertThat(ROOM.paper.door(Reconciliation.class).mend(StripeRoom.NOW)).isEqualTo(2);
        agreed(moved, "patron", "99000", 5);
        agreed(dearer, "reader", "59000", 3);
        assertThat(ROOM.paper
                        .door(AuditLog.class)
                        .about("subscription " + ROOM.only(dearer).id()))
                .anySatisfy(entry -> assertThat(entry.action()).isEqualTo("subscription mended"));
        assertThat(ROOM.paper.door(Reconciliation.class).mend(StripeRoom.NOW)).isZero();
    }

    private static void moves(String subscription, String price) {
        ROOM.stripe.moves(subscription, price);
        ROOM.tell(ROOM.event(UPDATED, subscription));
    }

    private static void agreed(ReaderId reader, String plan, String price, int gifts) {
        Subscription now = ROOM.only(reader);
        assertThat(now.plan().slug()).isEqualTo(plan);
        assertThat(now.price()).isEqualTo(Money.of(price, "IDR"));
        assertThat(now.every()).isEqualTo(Plan.Interval.MONTH);
        assertThat(now.standing(StripeRoom.NOW)).isInstanceOf(Standing.Active.class);
        assertThat(ROOM.entitled(reader)).map(Entitlement::gifts).contains(gifts);
    }

    private static ReaderId sits(ReaderId owner, String email) {
        ReaderId guest = ROOM.reader(email);
        Groups groups = ROOM.paper.door(Groups.class);
        assertThat(groups.invite(owner, ROOM.only(owner).id(), new Email(email), StripeRoom.NOW))
                .isEqualTo(new Groups.Invited.Done());
        assertThat(groups.take(guest, invitation(email), StripeRoom.NOW)).isInstanceOf(Groups.Taken.Done.class);
        return guest;
    }

    private static String invitation(String email) {
        return Mailbox.link(ROOM.paper, email).substring("/seat/".length());
    }
}
