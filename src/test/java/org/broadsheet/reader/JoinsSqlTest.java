package org.broadsheet.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.reader.ReaderRooms.NOON;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.broadsheet.testing.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JoinsSqlTest {
    private static final String PASSWORD = "four words not alike";
    private static final Joins.Asker ASKER = new Joins.Asker("192.0.2.9/32", "one browser", "/plans");

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    private static ReaderRooms rooms;
    private static Joins joins;

    @BeforeAll
    static void open() {
        rooms = ReaderRooms.on(DATABASE);
        joins = rooms.doors.joins();
    }

    @Test
    void an_account_is_made_when_the_mailbox_says_yes_and_not_before() {
        String token = asked("first@paper.test", Optional.of(PASSWORD));
        assertThat(account("first@paper.test")).isEmpty();
        assertThat(joins.look(token, ASKER.browser(), NOON).orElseThrow().elsewhere())
                .isFalse();
        ReaderId reader = in(joins.confirm(new Joins.Press(token, ASKER.browser(), Optional.empty()), NOON));
        assertThat(account("first@paper.test")).contains(reader);
        assertThat(rooms.news).contains(new ReaderNews.Joined(reader));
        assertThat(signIn("first@paper.test", PASSWORD)).isEqualTo(new SignIns.Tried.Proven(reader));
        List<Consents.Given> given = rooms.doors.others().consents().of(reader);
        assertThat(given).singleElement().satisfies(one -> {
            assertThat(one.given()).isTrue();
            assertThat(one.wording()).isEqualTo("Send me letters.");
            assertThat(one.at()).isEqualTo(NOON);
            assertThat(one.version()).hasSize(8);
        });
        assertThat(joins.confirm(new Joins.Press(token, ASKER.browser(), Optional.empty()), NOON))
                .isEqualTo(new Joins.Confirmed.Gone());
    }

    @Test
    void a_strangers_password_does_not_come_along_when_the_owner_confirms_elsewhere() {
        String token = asked("owner@paper.test", Optional.of(PASSWORD));
        assertThat(joins.look(token, "the owner's", NOON).orElseThrow().elsewhere())
                .isTrue();
        in(joins.confirm(new Joins.Press(token, "the owner's", Optional.empty()), NOON));
        assertThat(signIn("owner@paper.test", PASSWORD)).isEqualTo(new SignIns.Tried.Wrong());
    }

    @Test
    void whoever_says_the_password_again_keeps_it_and_guessing_it_is_slowed_down() {
        String token = asked("elsewhere@paper.test", Optional.of(PASSWORD));
        for (int i = 0; i < 4; i++) {
            assertThat(joins.confirm(new Joins.Press(token, "phone", Optional.of("a wrong guess")), NOON))
                    .isEqualTo(new Joins.Confirmed.WrongPassword());
        }
        in(joins.confirm(new Joins.Press(token, "phone", Optional.of(PASSWORD)), NOON));
        assertThat(signIn("elsewhere@paper.test", PASSWORD)).isInstanceOf(SignIns.Tried.Proven.class);
        String other = asked("guessed@paper.test", Optional.of(PASSWORD));
        for (int i = 0; i < 5; i++) {
            joins.confirm(new Joins.Press(other, "phone", Optional.of("a wrong guess")), NOON);
        }
        assertThat(joins.confirm(new Joins.Press(other, "phone", Optional.of(PASSWORD)), NOON))
                .isInstanceOf(Joins.Confirmed.Wait.class);
    }

    @Test
    void joining_with_a_taken_address_takes_the_same_work_and_answer_and_tells_the_mailbox_only() {
        rooms.joined("taken@paper.test", PASSWORD);
        long before = rooms.doors.others().hashing().done();
        assertThat(joins.ask(form("free@paper.test", Optional.of(PASSWORD)), ASKER, NOON))
                .isEqualTo(new Joins.Asked.Mailed());
        long free = rooms.doors.others().hashing().done() - before;
        assertThat(joins.ask(form("Taken@Paper.test", Optional.of("another four words")), ASKER, NOON))
                .isEqualTo(new Joins.Asked.Mailed());
        assertThat(rooms.doors.others().hashing().done() - before - free).isEqualTo(free);
        assertThat(rooms.last(ReaderMail.HereAlready.class).to().key()).isEqualTo("taken@paper.test");
        assertThat(signIn("taken@paper.test", PASSWORD)).isInstanceOf(SignIns.Tried.Proven.class);
    }

    @Test
    void two_links_of_one_address_pressed_at_once_make_one_account() throws Exception {
        ConcurrentLinkedQueue<String> tokens = new ConcurrentLinkedQueue<>();
        tokens.add(asked("twice@paper.test", Optional.of(PASSWORD)));
        tokens.add(asked("twice@paper.test", Optional.empty()));
        Callable<Joins.Confirmed> press =
                () -> joins.confirm(new Joins.Press(tokens.remove(), ASKER.browser(), Optional.empty()), NOON);
        List<Joins.Confirmed> both = ReaderRooms.atOnce(2, press);
        assertThat(both.get(0)).isInstanceOf(Joins.Confirmed.In.class).isEqualTo(both.get(1));
    }

    @Test
    void one_link_pressed_eight_times_at_once_lets_in_once() throws Exception {
        String token = asked("eight@paper.test", Optional.empty());
        List<Joins.Confirmed> all = ReaderRooms.atOnce(
                8, () -> joins.confirm(new Joins.Press(token, ASKER.browser(), Optional.empty()), NOON));
        assertThat(all).filteredOn(Joins.Confirmed.In.class::isInstance).hasSize(1);
        assertThat(all).filteredOn(Joins.Confirmed.Gone.class::isInstance).hasSize(7);
    }

    @Test
    void a_link_runs_out_after_three_days() {
        String token = asked("late@paper.test", Optional.empty());
        Instant later = NOON.plus(Duration.ofDays(3));
        assertThat(joins.look(token, ASKER.browser(), later.minusSeconds(1))).isPresent();
        assertThat(joins.look(token, ASKER.browser(), later)).isEmpty();
        assertThat(joins.confirm(new Joins.Press(token, ASKER.browser(), Optional.empty()), later))
                .isEqualTo(new Joins.Confirmed.Gone());
    }

    @Test
    void no_link_and_no_password_stands_in_the_database() {
        String token = asked("kept@paper.test", Optional.of(PASSWORD));
        List<String> rows = DATABASE.jdbi()
                .withHandle(
                        handle -> handle.createQuery("""
                                select row_to_json(j)::text from reader.joining j
                                union all select row_to_json(l)::text from reader.link l
                                """).mapTo(String.class).list());
        assertThat(rows).isNotEmpty().noneMatch(row -> row.contains(token) || row.contains(PASSWORD));
    }

    @Test
    void bad_addresses_and_weak_passwords_are_refused_before_anything_is_sent() {
        int before = rooms.mail.size();
        assertThat(joins.ask(form("nowhere", Optional.of(PASSWORD)), ASKER, NOON))
                .isEqualTo(new Joins.Asked.BadAddress());
        assertThat(joins.ask(form("weak@paper.test", Optional.of("password12")), ASKER, NOON))
                .isEqualTo(new Joins.Asked.Weak(Weakness.COMMON));
        assertThat(rooms.mail).hasSize(before);
    }

    private static String asked(String email, Optional<String> password) {
        assertThat(joins.ask(form(email, password), ASKER, NOON)).isEqualTo(new Joins.Asked.Mailed());
        return rooms.last(ReaderMail.Confirm.class).token();
    }

    private static Joins.Form form(String email, Optional<String> password) {
        return new Joins.Form(
                email, "Ani", password, List.of(new Consents.Answer(Consents.NEWSLETTER, true, "Send me letters.")));
    }

    private static ReaderId in(Joins.Confirmed confirmed) {
        assertThat(confirmed).isInstanceOf(Joins.Confirmed.In.class);
        return ((Joins.Confirmed.In) confirmed).reader();
    }

    private static Optional<ReaderId> account(String email) {
        return rooms.doors.others().accounts().find(new Email(email));
    }

    private static SignIns.Tried signIn(String email, String password) {
        return rooms.doors.signIns().byPassword(email, password, new SignIns.From("198.51.100.3/32", "", false), NOON);
    }
}
