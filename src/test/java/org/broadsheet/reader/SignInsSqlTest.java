package org.broadsheet.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.reader.ReaderRooms.NOON;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.broadsheet.testing.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SignInsSqlTest {
    private static final String PASSWORD = "four words not alike";

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    private static ReaderRooms rooms;
    private static SignIns signIns;

    @BeforeAll
    static void open() {
        rooms = ReaderRooms.on(DATABASE);
        signIns = rooms.doors.signIns();
    }

    @Test
    void a_password_opens_its_own_account_whatever_the_capitals_of_the_address() {
        ReaderId reader = rooms.joined("right@paper.test", PASSWORD);
        assertThat(tried("Right@Paper.Test", PASSWORD, from(1))).isEqualTo(new SignIns.Tried.Proven(reader));
        assertThat(tried("right@paper.test", PASSWORD + " ", from(1))).isEqualTo(new SignIns.Tried.Wrong());
    }

    @Test
    void an_account_that_is_not_there_takes_the_same_work_and_the_same_answers() {
        rooms.joined("there@paper.test", PASSWORD);
        for (String email : List.of("there@paper.test", "nobody@paper.test", "no address at all")) {
            long before = rooms.doors.others().hashing().done();
            for (int i = 0; i < 5; i++) {
                assertThat(tried(email, "wrong", from(2))).isEqualTo(new SignIns.Tried.Wrong());
            }
            assertThat(rooms.doors.others().hashing().done() - before).isEqualTo(5);
            assertThat(tried(email, "wrong", from(2))).isEqualTo(new SignIns.Tried.Wait(Duration.ofSeconds(30)));
            assertThat(rooms.doors.others().hashing().done() - before).isEqualTo(5);
        }
    }

    @Test
    void the_wait_doubles_up_to_a_quarter_of_an_hour_and_is_forgotten_after_a_day() {
        ReaderId reader = rooms.joined("slow@paper.test", PASSWORD);
        Instant at = NOON;
        Duration last = Duration.ZERO;
        for (int i = 0; i < 14; i++) {
            SignIns.Tried tried = signIns.byPassword("slow@paper.test", "wrong", from(3), at);
            if (tried instanceof SignIns.Tried.Wait(Duration time)) {
                assertThat(time).isGreaterThanOrEqualTo(last).isLessThanOrEqualTo(Duration.ofMinutes(15));
                last = time;
                at = at.plus(time);
            }
        }
        assertThat(last).isGreaterThanOrEqualTo(Duration.ofMinutes(4));
        assertThat(signIns.byPassword(
                        "slow@paper.test",
                        PASSWORD,
                        from(3),
                        at.plus(Duration.ofDays(1)).plusSeconds(1)))
                .isEqualTo(new SignIns.Tried.Proven(reader));
    }

    @Test
    void sixty_guesses_at_once_are_counted_before_they_are_made() throws Exception {
        rooms.joined("rush@paper.test", PASSWORD);
        long before = rooms.doors.others().hashing().done();
        List<SignIns.Tried> all = ReaderRooms.atOnce(60, () -> tried("rush@paper.test", "wrong", from(4)));
        assertThat(all).filteredOn(SignIns.Tried.Wrong.class::isInstance).hasSize(5);
        assertThat(rooms.doors.others().hashing().done() - before).isEqualTo(5);
    }

    @Test
    void guessing_elsewhere_keeps_nobody_out_who_signed_in_here_before_and_no_link_from_working() {
        ReaderId reader = rooms.joined("besieged@paper.test", PASSWORD);
        String known = signIns.knownBrowser(reader);
        for (int i = 0; i < 6; i++) {
            tried("besieged@paper.test", "wrong", from(5));
        }
        assertThat(tried("besieged@paper.test", PASSWORD, from(6))).isInstanceOf(SignIns.Tried.Wait.class);
        SignIns.From here = new SignIns.From("192.0.2.66/32", known, false);
        assertThat(signIns.byPassword("besieged@paper.test", PASSWORD, here, NOON))
                .isEqualTo(new SignIns.Tried.Proven(reader));
        signIns.mailLink("besieged@paper.test", "192.0.2.66/32", NOON);
        assertThat(signIns.byLink(rooms.last(ReaderMail.SignInLink.class).token(), NOON))
                .contains(reader);
    }

    @Test
    void a_known_browser_of_one_reader_is_none_of_another_and_is_slowed_down_too() {
        ReaderId mine = rooms.joined("mine@paper.test", PASSWORD);
        rooms.joined("yours@paper.test", PASSWORD);
        SignIns.From known = new SignIns.From("192.0.2.70/32", signIns.knownBrowser(mine), false);
        for (int i = 0; i < 10; i++) {
            signIns.byPassword("mine@paper.test", "wrong", known, NOON);
        }
        assertThat(signIns.byPassword("mine@paper.test", PASSWORD, known, NOON)).isInstanceOf(SignIns.Tried.Wait.class);
        for (int i = 0; i < 5; i++) {
            signIns.byPassword("yours@paper.test", "wrong", known, NOON);
        }
        assertThat(signIns.byPassword("yours@paper.test", PASSWORD, known, NOON))
                .isInstanceOf(SignIns.Tried.Wait.class);
        SignIns.From forged = new SignIns.From("192.0.2.71/32", mine + ".forged.signature", false);
        assertThat(signIns.byPassword("yours@paper.test", PASSWORD, forged, NOON))
                .isInstanceOf(SignIns.Tried.Wait.class);
    }

    @Test
    void a_network_that_tries_one_password_on_many_accounts_is_slowed_down() {
        int wrong = 0;
        for (int i = 0; i < 60; i++) {
            if (tried("sprayed" + i + "@paper.test", "wrong", from(7)) instanceof SignIns.Tried.Wrong) {
                wrong++;
            }
        }
        assertThat(wrong).isEqualTo(40);
    }

    @Test
    void many_behind_one_address_who_err_now_and_then_do_not_add_up() {
        Instant at = NOON;
        for (int i = 0; i < 60; i++) {
            at = at.plus(Duration.ofSeconds(95));
            assertThat(signIns.byPassword("carrier" + i + "@paper.test", "wrong", from(8), at))
                    .isEqualTo(new SignIns.Tried.Wrong());
        }
    }

    @Test
    void who_uses_the_links_may_have_as_many_as_they_like() {
        ReaderId reader = rooms.joined("linker@paper.test", PASSWORD);
        for (int i = 0; i < 7; i++) {
            signIns.mailLink("linker@paper.test", "n7" + i, NOON);
            assertThat(signIns.byLink(rooms.last(ReaderMail.SignInLink.class).token(), NOON))
                    .contains(reader);
        }
    }

    @Test
    void a_link_is_mailed_to_who_has_an_account_and_others_are_told_that_they_have_none() {
        ReaderId reader = rooms.joined("link@paper.test", PASSWORD);
        assertThat(signIns.mailLink("link@paper.test", "n1", NOON)).isEqualTo(new SignIns.Mailed.Sent());
        String token = rooms.last(ReaderMail.SignInLink.class).token();
        assertThat(signIns.mailLink("nolink@paper.test", "n1", NOON)).isEqualTo(new SignIns.Mailed.Sent());
        assertThat(rooms.last(ReaderMail.NobodyHere.class).to().key()).isEqualTo("nolink@paper.test");
        assertThat(signIns.mailLink("nonsense", "n1", NOON)).isEqualTo(new SignIns.Mailed.BadAddress());
        assertThat(signIns.look(token, NOON).orElseThrow().address()).isEqualTo("link@paper.test");
        assertThat(signIns.byLink(token, NOON.plus(Duration.ofMinutes(15)))).isEmpty();
        assertThat(signIns.byLink(token, NOON)).contains(reader);
        assertThat(signIns.byLink(token, NOON)).isEmpty();
        assertThat(signIns.look(token, NOON)).isEmpty();
    }

    @Test
    void one_link_used_by_twelve_at_once_opens_once() throws Exception {
        rooms.joined("race@paper.test", PASSWORD);
        signIns.mailLink("race@paper.test", "n2", NOON);
        String token = rooms.last(ReaderMail.SignInLink.class).token();
        List<Optional<ReaderId>> all = ReaderRooms.atOnce(12, () -> signIns.byLink(token, NOON));
        assertThat(all).filteredOn(Optional::isPresent).hasSize(1);
    }

    @Test
    void nobodys_mailbox_is_filled_and_the_answer_does_not_say_so() {
        int before = rooms.mail.size();
        for (int i = 0; i < 9; i++) {
            assertThat(signIns.mailReset("flooded@paper.test", "n" + (10 + i), NOON))
                    .isEqualTo(new SignIns.Mailed.Sent());
        }
        assertThat(rooms.mail.size() - before).isEqualTo(4);
    }

    @Test
    void one_network_has_no_end_of_mail_sent() {
        long sent = 0;
        for (int i = 0; i < 25; i++) {
            if (signIns.mailLink("many" + i + "@paper.test", "n99", NOON) instanceof SignIns.Mailed.Sent) {
                sent++;
            }
        }
        assertThat(sent).isEqualTo(20);
    }

    @Test
    void the_sample_papers_password_is_good_on_this_machine_only() {
        Accounts accounts = rooms.doors.others().accounts();
        ReaderId demo = accounts.known(new Email("reader@demo.test"), "Rini", "demo-paper", NOON);
        assertThat(accounts.known(new Email("reader@demo.test"), "Rini", "demo-paper", NOON))
                .isEqualTo(demo);
        assertThat(signIns.byPassword(
                        "reader@demo.test", "demo-paper", new SignIns.From("192.0.2.80/32", "", false), NOON))
                .isEqualTo(new SignIns.Tried.Wrong());
        assertThat(signIns.byPassword(
                        "reader@demo.test", "demo-paper", new SignIns.From("127.0.0.1/32", "", true), NOON))
                .isEqualTo(new SignIns.Tried.Proven(demo));
    }

    @Test
    void whom_tries_concern_stands_nowhere() {
        tried("unreadable@paper.test", "wrong", from(9));
        List<String> rows = DATABASE.jdbi()
                .withHandle(handle -> handle.createQuery("select row_to_json(t)::text from reader.tries t")
                        .mapTo(String.class)
                        .list());
        assertThat(rows).isNotEmpty().noneMatch(row -> row.contains("unreadable") || row.contains("203.0.113"));
    }

    private static SignIns.From from(int network) {
        return new SignIns.From("203.0.113." + network + "/32", "", false);
    }

    private static SignIns.Tried tried(String email, String password, SignIns.From from) {
        return signIns.byPassword(email, password, from, NOON);
    }
}
