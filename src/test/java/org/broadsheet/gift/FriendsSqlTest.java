package org.broadsheet.gift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.gift.GiftRoom.NOW;
import static org.broadsheet.gift.GiftRoom.token;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.gift.Devices.Device;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.testing.People;
import org.broadsheet.testing.TestDatabase;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Friends who join, the publisher's figures, and a reader's own data. */
class FriendsSqlTest {
    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);

    @RegisterExtension
    final TestDatabase database = TestDatabase.fresh();

    private final GiftRoom room = GiftRoom.on(database);

    @Test
    void a_friend_who_joins_is_credited_once_to_the_last_given_of_the_gifts_they_opened() {
        ReaderId giver = room.subscriber("giver@example.test", 5);
        GiftLink first = room.given(giver, room.premium("First"));
        GiftLink last = GiftRoom.link(room.give(giver, room.premium("Last"), NOW.plusSeconds(60)));
        ReaderId friend = People.join(database.jdbi(), "friend@example.test");
        assertThat(room.friends().joined(friend, List.of(), NOW)).isFalse();
        assertThat(room.friends().joined(friend, List.of(pass(last), pass(first)), NOW))
                .isTrue();
        assertThat(room.friends().joined(friend, List.of(pass(first)), NOW)).isFalse();
        assertThat(joined(giver, last)).isEqualTo(1);
        assertThat(joined(giver, first)).isZero();
    }

    @Test
    void nobody_is_credited_to_a_gift_of_their_own() {
        ReaderId giver = room.subscriber("giver@example.test", 5);
        GiftLink link = room.given(giver, room.premium("To myself"));
        assertThat(room.friends().joined(giver, List.of(pass(link)), NOW)).isFalse();
        assertThat(joined(giver, link)).isZero();
    }

    @Test
    void the_publisher_sees_by_month_what_gifts_brought() {
        ReaderId giver = room.subscriber("giver@example.test", 5);
        GiftLink link = room.given(giver, room.premium("Counted"));
        Device device = Device.fresh();
        room.openings().open(token(link), device, () -> true, NOW);
        room.openings().seen(link.id(), device, NOW);
        for (String friend : List.of("one@example.test", "two@example.test")) {
            room.friends().joined(People.join(database.jdbi(), friend), List.of(pass(link)), NOW);
        }
        ReaderId subscribed = room.subscriber("three@example.test", 3);
        room.friends().joined(subscribed, List.of(pass(link)), NOW);
        room.gifts().revoke(giver, link.id(), NOW);
        room.given(giver, link.story());
        assertThat(room.figures().newest(12)).containsExactly(new GiftFigures.Month(JANUARY, 1, 1, 3, 0));
        room.friends().creditSubscriptions();
        room.friends().creditSubscriptions();
        room.lapse(subscribed);
        assertThat(room.figures().newest(12)).containsExactly(new GiftFigures.Month(JANUARY, 1, 1, 3, 1));
    }

    @Test
    void a_reader_can_have_what_the_room_keeps_about_them() {
        ReaderId giver = room.subscriber("giver@example.test", 5);
        GiftLink link = room.given(giver, room.premium("Mine"));
        ReaderId friend = People.join(database.jdbi(), "friend@example.test");
        room.friends().joined(friend, List.of(pass(link)), NOW);
        assertThat(room.data().part()).isEqualTo("gifts");
        assertThat(room.data().of(giver))
                .isInstanceOfSatisfying(
                        Map.class,
                        map -> assertThat(map.get("given")).asString().contains("story=" + link.story(), "joined=1"));
        assertThat(room.data().of(friend))
                .isInstanceOfSatisfying(
                        Map.class,
                        map -> assertThat(map.get("joinedAfterAGift")).isEqualTo(List.of(NOW)));
    }

    @Test
    void when_an_account_goes_its_gifts_stay_open_and_say_nothing_of_it() {
        ReaderId giver = room.subscriber("giver@example.test", 5);
        GiftLink link = GiftRoom.link(room.gifts()
                .give(giver, new Gifts.Wish(room.premium("Left behind"), "My words", Optional.of("Ana")), NOW));
        ReaderId friend = People.join(database.jdbi(), "friend@example.test");
        room.friends().joined(friend, List.of(pass(link)), NOW);
        for (ReaderId reader : List.of(giver, friend)) {
            room.data().forget(reader);
            database.jdbi().useHandle(handle -> delete(handle, reader));
        }
        assertThat(room.openings().open(token(link), Device.fresh(), () -> true, NOW))
                .isInstanceOf(Opened.Opens.class);
        assertThat(room.openings().greeting(link.id())).contains(new Opened.Greeting(Optional.empty(), ""));
        assertThat(room.figures().newest(1)).containsExactly(new GiftFigures.Month(JANUARY, 1, 0, 1, 0));
        String rows = database.jdbi()
                .withHandle(
                        handle -> handle.createQuery("""
                                select (select string_agg(g::text, ' ') from gift.gift g)
                                    || (select string_agg(f::text, ' ') from gift.friend f)
                                    || (select count(*) from gift.month)
                                """).mapTo(String.class).one());
        assertThat(rows).doesNotContain("Ana", "My words").endsWith("0");
    }

    private static void delete(Handle handle, ReaderId reader) {
        handle.createUpdate("delete from reader.reader where id = :id")
                .bind("id", reader.value())
                .execute();
    }

    private static GiftPass pass(GiftLink link) {
        return new GiftPass(link.id(), link.story(), link.until());
    }

    private int joined(ReaderId giver, GiftLink link) {
        return room.gifts().one(giver, link.id(), NOW).orElseThrow().joined();
    }
}
