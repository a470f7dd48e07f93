package org.broadsheet.plan.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.broadsheet.plan.Entitlement;
import org.broadsheet.plan.Standing;
import org.broadsheet.reader.ReaderId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.node.ObjectNode;

/**
 * Events between what they are about: whatever has happened at the provider when one of them comes, the books say afterwards
 * what the provider says then, and never what it said before.
 */
class EventOrdersSqlTest {
    @RegisterExtension
    static final StripeRoom ROOM = new StripeRoom();

    private static final Instant NOW = StripeRoom.NOW;

    /** What happens to a subscription, and what the provider calls the news of it. */
    private enum Turn {
        CANCELLED("customer.subscription.updated") {
            @Override
            ObjectNode happens(ObjectNode it) {
                return it.put("cancel_at_period_end", true).put("canceled_at", NOW.getEpochSecond());
            }
        },
        RESUMED("customer.subscription.updated") {
            @Override
            ObjectNode happens(ObjectNode it) {
                return it.put("cancel_at_period_end", false).putNull("canceled_at");
            }
        },
        UNPAID("invoice.payment_failed") {
            @Override
            ObjectNode happens(ObjectNode it) {
                return it.put("status", "past_due");
            }
        },
        PAID("invoice.paid") {
            @Override
            ObjectNode happens(ObjectNode it) {
                return it.put("status", "active");
            }
        },
        DELETED("customer.subscription.deleted") {
            @Override
            ObjectNode happens(ObjectNode it) {
                return it.put("status", "canceled").put("ended_at", NOW.getEpochSecond());
            }
        };

        private final String type;

        Turn(String type) {
            this.type = type;
        }

        abstract ObjectNode happens(ObjectNode it);
    }

    @Test
    void each_event_posted_while_its_state_is_current_is_followed_whatever_happens_in_which_order() {
        List<List<Integer>> orders = StripeRoom.permutations(List.of(0, 1, 2, 3));
        assertThat(orders).hasSize(24);
        for (List<Integer> order : orders) {
            ReaderId reader = ROOM.reader("turns" + name(order) + "@paper.test");
            String id = ROOM.stripe.subscribed(reader.toString(), "reader", NOW);
            ROOM.tell(ROOM.event("customer.subscription.created", id));
            for (int number : order) {
                turn(id, Turn.values()[number]);
                ROOM.tell(ROOM.event(Turn.values()[number].type, id));
                agrees(id, order + " at " + number);
            }
            turn(id, Turn.DELETED);
            ROOM.tell(ROOM.event(Turn.DELETED.type, id));
            over(reader, order.toString());
        }
    }

    /** A number happens at its first place in an order and is told at its second. */
    @Test
    void events_that_are_late_by_any_number_of_turns_never_bring_an_old_state_back() {
        List<Turn> turns = List.of(Turn.CANCELLED, Turn.RESUMED, Turn.UNPAID, Turn.DELETED);
        List<List<Integer>> orders = new ArrayList<>();
        late(new ArrayList<>(), turns.size(), 0, orders);
        assertThat(orders).hasSize(105).doesNotHaveDuplicates();
        for (List<Integer> order : orders) {
            ReaderId reader = ROOM.reader("late" + name(order) + "@paper.test");
            String id = ROOM.stripe.subscribed(reader.toString(), "reader", NOW);
            List<String> events = new ArrayList<>();
            for (int number : order) {
                if (number == events.size()) {
                    turn(id, turns.get(number));
                    events.add(ROOM.event(turns.get(number).type, id));
                } else {
                    ROOM.tell(events.get(number));
                    agrees(id, order + " at " + number);
                }
            }
            over(reader, order.toString());
        }
    }

    @Test
    void a_first_event_that_comes_last_and_all_of_them_twice_change_nothing_more() {
        ReaderId reader = ROOM.reader("twice@paper.test");
        String id = ROOM.stripe.subscribed(reader.toString(), "patron", NOW);
        String created = ROOM.event("customer.subscription.created", id);
        turn(id, Turn.UNPAID);
        String unpaid = ROOM.event(Turn.UNPAID.type, id);
        ROOM.tell(unpaid);
        agrees(id, "unpaid");
        turn(id, Turn.PAID);
        String paid = ROOM.event(Turn.PAID.type, id);
        for (String event : List.of(paid, created, unpaid, paid, created)) {
            ROOM.tell(event);
            agrees(id, event);
        }
        assertThat(ROOM.entitled(reader)).map(Entitlement::gifts).contains(5);
        assertThat(ROOM.only(reader).standing(NOW.plusSeconds(5))).isInstanceOf(Standing.Active.class);
    }

    private static void turn(String id, Turn turn) {
        ROOM.stripe.change(id, turn::happens);
    }

    private static void agrees(String id, String when) {
        try {
            Optional<StripeState> now = ROOM.paper.door(StripeApi.class).subscription(id);
            assertThat(ROOM.paper.door(StripeBook.class).agrees(now.orElseThrow()))
                    .as(when)
                    .isTrue();
        } catch (StripeApi.NoAnswer none) {
            throw new AssertionError(none);
        }
    }

    private static void over(ReaderId reader, String order) {
        assertThat(ROOM.only(reader).standing(NOW)).as(order).isEqualTo(new Standing.Lapsed(NOW));
        assertThat(ROOM.entitled(reader)).as(order).isEmpty();
    }

    private static String name(List<Integer> order) {
        return String.join("", order.stream().map(String::valueOf).toList());
    }

    /** Every order of 0, 1 and so on twice, in which the first of each come in that order. */
    private static void late(List<Integer> begun, int count, int happened, List<List<Integer>> all) {
        if (begun.size() == 2 * count) {
            all.add(List.copyOf(begun));
            return;
        }
        for (int next = 0; next <= Math.min(happened, count - 1); next++) {
            if (begun.stream().filter(List.of(next)::contains).count() < 2) {
                begun.addLast(next);
                late(begun, count, next == happened ? happened + 1 : happened, all);
                begun.removeLast();
            }
        }
    }
}
