package org.broadsheet.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.reader.ReaderRooms.NOON;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.broadsheet.base.Actor;
import org.broadsheet.reader.Passwords.OtherWays;
import org.broadsheet.testing.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What changes an account, and who is signed out by it. */
class AccountsSqlTest {
    private static final String PASSWORD = "four words not alike";
    private static final String OTHER = "five other words than those";
    private static final Actor OPERATOR = new Actor("the operator");

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    private static ReaderRooms rooms;
    private static Sessions sessions;
    private static Staff staff;

    @BeforeAll
    static void open() {
        rooms = ReaderRooms.on(DATABASE);
        sessions = rooms.doors.others().sessions();
        staff = rooms.doors.others().staff();
    }

    @Test
    void another_password_signs_other_browsers_out_and_this_one_goes_on() {
        ReaderId reader = rooms.joined("change@paper.test", PASSWORD);
        Session here = sessions.begin(reader, "Here", NOON);
        Session there = sessions.begin(reader, "There", NOON);
        Known known = sessions.known(here).orElseThrow();
        Passwords passwords = rooms.doors.passwords();
        assertThat(passwords.change(known, "not it at all", OTHER, NOON)).isEqualTo(new Passwords.Changed.Wrong());
        assertThat(passwords.change(known, PASSWORD, "change@paper.test", NOON))
                .isEqualTo(new Passwords.Changed.Weak(Weakness.PERSONAL));
        int announced = announced(reader);
        Session going = ((Passwords.Changed.Done) passwords.change(known, PASSWORD, OTHER, NOON)).session();
        assertThat(sessions.known(there)).isEmpty();
        assertThat(sessions.known(here)).isEmpty();
        assertThat(sessions.known(going)).isPresent();
        assertThat(sessions.devices(reader)).extracting(Sessions.Device::name).containsExactly("Here");
        assertThat(announced(reader)).isGreaterThan(announced);
        assertThat(rooms.news).contains(new ReaderNews.StandingChanged(reader));
        assertThat(rooms.last(ReaderMail.PasswordChanged.class).to().key()).isEqualTo("change@paper.test");
        assertThat(signIn("change@paper.test", OTHER)).isInstanceOf(SignIns.Tried.Proven.class);
        assertThat(signIn("change@paper.test", PASSWORD)).isEqualTo(new SignIns.Tried.Wrong());
    }

    @Test
    void a_forgotten_password_is_replaced_by_one_link_once_and_everybody_is_signed_out() throws Exception {
        ReaderId reader = rooms.joined("forgot@paper.test", PASSWORD);
        Session before = sessions.begin(reader, "Here", NOON);
        rooms.doors.signIns().mailLink("forgot@paper.test", "n1", NOON);
        String older = rooms.last(ReaderMail.SignInLink.class).token();
        rooms.doors.signIns().mailReset("forgot@paper.test", "n1", NOON);
        String token = rooms.last(ReaderMail.ResetLink.class).token();
        assertThat(rooms.doors.signIns().byLink(token, NOON)).isEmpty();
        assertThat(rooms.doors.passwords().reset(token, "short", OtherWays.STAY, NOON))
                .isEqualTo(new Passwords.Reset.Weak(Weakness.TOO_SHORT));
        List<Passwords.Reset> all =
                ReaderRooms.atOnce(4, () -> rooms.doors.passwords().reset(token, OTHER, OtherWays.STAY, NOON));
        assertThat(all).filteredOn(new Passwords.Reset.Done(reader)::equals).hasSize(1);
        assertThat(all).filteredOn(new Passwords.Reset.Gone()::equals).hasSize(3);
        assertThat(sessions.known(before)).isEmpty();
        assertThat(rooms.doors.signIns().byLink(older, NOON)).isEmpty();
        assertThat(signIn("forgot@paper.test", OTHER)).isEqualTo(new SignIns.Tried.Proven(reader));
        assertThat(rooms.doors.passwords().reset(token, OTHER, OtherWays.STAY, NOON.plus(Duration.ofHours(1))))
                .isEqualTo(new Passwords.Reset.Gone());
    }

    @Test
    void an_account_moves_when_both_mailboxes_have_said_yes() {
        ReaderId reader = rooms.joined("old@paper.test", PASSWORD);
        Session here = sessions.begin(reader, "Here", NOON);
        Session there = sessions.begin(reader, "There", NOON);
        Known known = sessions.known(here).orElseThrow();
        Addresses addresses = rooms.doors.addresses();
        assertThat(addresses.ask(known, "old@paper.test", NOON)).isEqualTo(Addresses.Asked.SAME);
        assertThat(addresses.ask(known, "nowhere", NOON)).isEqualTo(Addresses.Asked.BAD_ADDRESS);
        assertThat(addresses.ask(known, "next@paper.test", NOON)).isEqualTo(Addresses.Asked.MAILED);
        String next = rooms.last(ReaderMail.NewAddress.class).token();
        String old = ((ReaderMail.OldAddress) rooms.mail.get(rooms.mail.size() - 2)).token();
        assertThat(addresses.yes(next, Addresses.Side.OLD, Optional.empty(), NOON))
                .isEqualTo(new Addresses.Said.Gone());
        assertThat(addresses.yes(next, Addresses.Side.NEW, Optional.empty(), NOON))
                .isEqualTo(new Addresses.Said.Half());
        assertThat(sessions.known(here).orElseThrow().email()).isEqualTo("old@paper.test");
        Addresses.Said moved = addresses.yes(old, Addresses.Side.OLD, Optional.of(known), NOON);
        Session going = ((Addresses.Said.Moved) moved).session().orElseThrow();
        assertThat(sessions.known(going).orElseThrow().email()).isEqualTo("next@paper.test");
        assertThat(sessions.known(there)).isEmpty();
        assertThat(rooms.last(ReaderMail.AddressChanged.class).to().key()).isEqualTo("old@paper.test");
        assertThat(signIn("next@paper.test", PASSWORD)).isEqualTo(new SignIns.Tried.Proven(reader));
        assertThat(signIn("old@paper.test", PASSWORD)).isEqualTo(new SignIns.Tried.Wrong());
    }

    @Test
    void moving_to_somebody_elses_address_is_answered_alike_and_never_happens() {
        rooms.joined("somebody@paper.test", PASSWORD);
        ReaderId reader = rooms.joined("mover@paper.test", PASSWORD);
        Known known = sessions.known(sessions.begin(reader, "Here", NOON)).orElseThrow();
        Addresses addresses = rooms.doors.addresses();
        assertThat(addresses.ask(known, "somebody@paper.test", NOON)).isEqualTo(Addresses.Asked.MAILED);
        assertThat(rooms.last(ReaderMail.HereAlready.class).to().key()).isEqualTo("somebody@paper.test");
        String old = ((ReaderMail.OldAddress) rooms.mail.get(rooms.mail.size() - 2)).token();
        assertThat(addresses.yes(old, Addresses.Side.OLD, Optional.empty(), NOON))
                .isEqualTo(new Addresses.Said.Half());
        assertThat(addresses.ask(known, "free@paper.test", NOON)).isEqualTo(Addresses.Asked.MAILED);
        String next = rooms.last(ReaderMail.NewAddress.class).token();
        assertThat(addresses.yes(next, Addresses.Side.NEW, Optional.empty(), NOON))
                .as("a yes to an earlier wish is none to this one")
                .isEqualTo(new Addresses.Said.Half());
    }

    @Test
    void a_browser_is_signed_out_by_its_own_reader_only() {
        ReaderId mine = rooms.joined("mine@paper.test", PASSWORD);
        ReaderId yours = rooms.joined("yours@paper.test", PASSWORD);
        Session session = sessions.begin(mine, "Here", NOON);
        assertThat(sessions.end(yours, session.device(), NOON)).isFalse();
        assertThat(sessions.known(session)).isPresent();
        int announced = announced(mine);
        assertThat(sessions.end(mine, session.device(), NOON)).isTrue();
        assertThat(sessions.end(mine, session.device(), NOON)).isFalse();
        assertThat(sessions.known(session)).isEmpty();
        assertThat(announced(mine)).isEqualTo(announced + 1);
    }

    @Test
    void everywhere_means_every_browser_and_every_cookie() {
        ReaderId reader = rooms.joined("everywhere@paper.test", PASSWORD);
        Session one = sessions.begin(reader, "One", NOON);
        Session two = sessions.begin(reader, "Two", NOON);
        sessions.endEverywhere(reader, NOON);
        assertThat(sessions.known(one)).isEmpty();
        assertThat(sessions.known(two)).isEmpty();
        assertThat(sessions.devices(reader)).isEmpty();
        assertThat(sessions.known(new Session(reader, one.device(), one.epoch() + 1, NOON)))
                .isEmpty();
    }

    @Test
    void who_comes_back_after_a_week_gets_a_new_cookie_and_who_is_signed_out_gets_none() {
        ReaderId reader = rooms.joined("back@paper.test", PASSWORD);
        Session session = sessions.begin(reader, "Here", NOON);
        assertThat(sessions.renewed(session, NOON.plus(Duration.ofDays(6)))).isEmpty();
        assertThat(sessions.renewed(session, NOON.plus(Duration.ofDays(8))))
                .contains(new Session(reader, session.device(), session.epoch(), NOON.plus(Duration.ofDays(8))));
        assertThat(sessions.devices(reader).getFirst().seenAt()).isEqualTo(NOON.plus(Duration.ofDays(8)));
        sessions.end(reader, session.device(), NOON);
        assertThat(sessions.renewed(session, NOON.plus(Duration.ofDays(9)))).isEmpty();
    }

    @Test
    void staff_come_change_and_go_and_everybody_hears_of_it_once() {
        Email email = new Email("desk@paper.test");
        ReaderId reader = staff.assign(email, Role.REPORTER, OPERATOR, NOON);
        Session session = sessions.begin(reader, "Here", NOON);
        assertThat(sessions.known(session).orElseThrow().role()).contains(Role.REPORTER);
        assertThat(sessions.known(session).orElseThrow().may(Role.EDITOR)).isFalse();
        staff.assign(email, Role.EDITOR, OPERATOR, NOON);
        staff.assign(email, Role.EDITOR, OPERATOR, NOON);
        assertThat(sessions.known(session).orElseThrow().role()).contains(Role.EDITOR);
        assertThat(staff.all()).extracting(Staff.Member::email).contains("desk@paper.test");
        assertThat(staff.remove(email, OPERATOR, NOON)).isTrue();
        assertThat(staff.remove(email, OPERATOR, NOON)).isFalse();
        assertThat(staff.remove(new Email("never@paper.test"), OPERATOR, NOON)).isFalse();
        assertThat(sessions.known(session).orElseThrow().role()).isEmpty();
        assertThat(rooms.news)
                .filteredOn(ReaderNews.RoleChanged.class::isInstance)
                .extracting(each -> ((ReaderNews.RoleChanged) each).role())
                .containsExactly(Optional.of(Role.REPORTER), Optional.of(Role.EDITOR), Optional.empty());
        assertThat(announced(reader)).isEqualTo(3);
        assertThat(rooms.doors.signIns().byLink(staff.link(reader, NOON), NOON.plus(Duration.ofHours(23))))
                .contains(reader);
    }

    @Test
    void consent_is_written_down_each_time_it_changes() {
        ReaderId reader = rooms.joined("consent@paper.test", PASSWORD);
        Consents consents = rooms.doors.others().consents();
        assertThat(consents.given(reader, Consents.NEWSLETTER)).isFalse();
        for (boolean given : new boolean[] {true, true, false, true}) {
            consents.record(reader, new Consents.Answer(Consents.NEWSLETTER, given, "Words"), NOON);
        }
        assertThat(consents.given(reader, Consents.NEWSLETTER)).isTrue();
        assertThat(consents.of(reader)).extracting(Consents.Given::given).containsExactly(true, false, true);
    }

    private static int announced(ReaderId reader) {
        return DATABASE.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select count(*) from base.change where kind = 'standing' and key = :key")
                        .bind("key", reader.toString())
                        .mapTo(Integer.class)
                        .one());
    }

    private static SignIns.Tried signIn(String email, String password) {
        return rooms.doors.signIns().byPassword(email, password, new SignIns.From("198.51.100.3/32", "", false), NOON);
    }
}
