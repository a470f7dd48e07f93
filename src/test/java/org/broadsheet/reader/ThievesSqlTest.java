package org.broadsheet.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.reader.ReaderRooms.NOON;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.broadsheet.base.Actor;
import org.broadsheet.base.db.ChangeNotices;
import org.broadsheet.reader.Passwords.OtherWays;
import org.broadsheet.testing.TestDatabase;
import org.broadsheet.testing.TestSettings;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is left to somebody who had a hand in an account, once its owner has it back. */
class ThievesSqlTest {
    private static final String PASSWORD = "four words not alike";
    private static final String OTHER = "five other words than those";
    private static final Actor OPERATOR = new Actor("the operator");

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    private static ReaderRooms rooms;

    @BeforeAll
    static void open() {
        rooms = ReaderRooms.on(DATABASE);
    }

    @Test
    void a_move_that_was_begun_is_off_when_the_password_is_reset_and_its_links_open_nothing() {
        ReaderId reader = rooms.joined("owner@paper.test", PASSWORD);
        Sessions sessions = rooms.doors.others().sessions();
        Known thief = sessions.known(sessions.begin(reader, "There", NOON)).orElseThrow();
        Addresses addresses = rooms.doors.addresses();
        addresses.ask(thief, "thief@paper.test", NOON);
        String next = rooms.last(ReaderMail.NewAddress.class).token();
        String old = ((ReaderMail.OldAddress) rooms.mail.get(rooms.mail.size() - 2)).token();
        assertThat(addresses.yes(next, Addresses.Side.NEW, Optional.empty(), NOON))
                .isEqualTo(new Addresses.Said.Half());
        reset("owner@paper.test", OtherWays.STAY);
        assertThat(addresses.look(old, Addresses.Side.OLD, NOON)).isEmpty();
        assertThat(addresses.yes(old, Addresses.Side.OLD, Optional.empty(), NOON))
                .isEqualTo(new Addresses.Said.Gone());
        assertThat(rooms.doors
                        .others()
                        .accounts()
                        .details(reader, NOON)
                        .orElseThrow()
                        .wantedEmail())
                .isEmpty();
    }

    @Test
    void passkeys_and_providers_of_a_readers_go_by_the_mailbox_where_the_owner_says_so() {
        ReaderId reader = withWays("ways@paper.test", 1);
        assertThat(reset("ways@paper.test", OtherWays.STAY)).isTrue();
        assertThat(ways(reader)).isEqualTo("1 1");
        assertThat(reset("ways@paper.test", OtherWays.GO)).isTrue();
        assertThat(ways(reader)).isEqualTo("0 0");
        assertThat(reset("ways@paper.test", OtherWays.GO))
                .as("nothing to ask about any more")
                .isFalse();
    }

    /** A mailbox is one factor. */
    @Test
    void no_mailbox_does_away_with_the_second_factor_of_staff_or_of_whoever_has_an_app() {
        ReaderId editor = withWays("editor@paper.test", 2);
        rooms.doors.others().staff().assign(new Email("editor@paper.test"), Role.EDITOR, OPERATOR, NOON);
        reset("editor@paper.test", OtherWays.GO);
        assertThat(ways(editor)).isEqualTo("1 0");
        ReaderId careful = withWays("careful@paper.test", 3);
        DATABASE.jdbi()
                .useHandle(handle -> handle.execute(
                        "insert into reader.authenticator (reader, secret, made_at, last_step, tries_since)"
                                + " values (?, 'sealed', now(), 0, now())",
                        careful.value()));
        reset("careful@paper.test", OtherWays.GO);
        assertThat(ways(careful)).isEqualTo("1 0");
    }

    /** The other one has the address, and has not committed, when the mover says yes: only the database can know. */
    @Test
    void whoever_joins_with_the_new_address_at_that_very_moment_keeps_it_and_the_move_is_gone() throws Exception {
        ReaderId reader = rooms.joined("racer@paper.test", PASSWORD);
        Sessions sessions = rooms.doors.others().sessions();
        Session here = sessions.begin(reader, "Here", NOON);
        Addresses addresses = rooms.doors.addresses();
        addresses.ask(sessions.known(here).orElseThrow(), "raced@paper.test", NOON);
        String next = rooms.last(ReaderMail.NewAddress.class).token();
        String old = ((ReaderMail.OldAddress) rooms.mail.get(rooms.mail.size() - 2)).token();
        addresses.yes(next, Addresses.Side.NEW, Optional.empty(), NOON);
        try (Handle other = DATABASE.jdbi().open()) {
            other.begin();
            other.execute("insert into reader.reader (email, email_key, confirmed_at, joined_at)"
                    + " values ('raced@paper.test', 'raced@paper.test', now(), now())");
            CompletableFuture<Addresses.Said> said =
                    CompletableFuture.supplyAsync(() -> addresses.yes(old, Addresses.Side.OLD, Optional.empty(), NOON));
            waitForALock();
            other.commit();
            assertThat(said.get()).isEqualTo(new Addresses.Said.Gone());
        }
        assertThat(sessions.known(here).orElseThrow().email()).isEqualTo("racer@paper.test");
        assertThat(rooms.doors
                        .others()
                        .accounts()
                        .details(reader, NOON)
                        .orElseThrow()
                        .wantedEmail())
                .isEmpty();
    }

    @Test
    void a_session_ends_at_last_sooner_for_staff_however_often_it_is_used() {
        ReaderId reader = rooms.joined("faithful@paper.test", PASSWORD);
        AtomicReference<Instant> now = new AtomicReference<>(NOON);
        Sessions sessions = DATABASE.doorAt(
                () -> Objects.requireNonNull(now.get()), Sessions.class, ChangeNotices.class, TestSettings.class);
        Session session = sessions.begin(reader, "Here", NOON);
        now.set(NOON.plus(Duration.ofDays(100)));
        session = sessions.renewed(session, NOON.plus(Duration.ofDays(100))).orElseThrow();
        now.set(NOON.plus(Sessions.LONGEST).minusSeconds(1));
        session = sessions.renewed(session, NOON.plus(Sessions.LONGEST).minusSeconds(1))
                .orElseThrow();
        assertThat(sessions.known(session)).isPresent();
        assertThat(sessions.devices(reader)).hasSize(1);
        now.set(NOON.plus(Sessions.LONGEST));
        assertThat(sessions.known(session)).isEmpty();
        assertThat(sessions.renewed(session, NOON.plus(Sessions.LONGEST))).isEmpty();
        assertThat(sessions.devices(reader)).isEmpty();
        now.set(NOON.plus(Duration.ofDays(30)));
        assertThat(sessions.known(session)).isPresent();
        rooms.doors.others().staff().assign(new Email("faithful@paper.test"), Role.REPORTER, OPERATOR, NOON);
        assertThat(sessions.known(session)).isEmpty();
        now.set(NOON.plus(Duration.ofDays(30)).minusSeconds(1));
        assertThat(sessions.known(session)).isPresent();
    }

    /** @return whether the page would have asked about other ways in */
    private static boolean reset(String email, OtherWays others) {
        rooms.doors.signIns().mailReset(email, "n1", NOON);
        String token = rooms.last(ReaderMail.ResetLink.class).token();
        Passwords passwords = rooms.doors.passwords();
        boolean asked = passwords.hasOtherWays(token, NOON);
        assertThat(passwords.reset(token, OTHER, others, NOON)).isInstanceOf(Passwords.Reset.Done.class);
        return asked;
    }

    private static ReaderId withWays(String email, int number) {
        ReaderId reader = rooms.joined(email, PASSWORD);
        DATABASE.jdbi().useHandle(handle -> {
            handle.execute(
                    "insert into reader.openid (issuer, subject, reader, linked_at) values ('there', ?, ?, now())",
                    email,
                    reader.value());
            handle.execute(
                    "insert into reader.passkey (reader, credential, key, counter, name, backup_eligible, backed_up,"
                            + " made_at) values (?, ?, '\\x02', 0, 'A key', false, false, now())",
                    reader.value(),
                    new byte[] {(byte) number});
        });
        return reader;
    }

    private static String ways(ReaderId reader) {
        return DATABASE.jdbi()
                .withHandle(handle -> handle.createQuery("""
                                select (select count(*) from reader.passkey where reader = :reader) || ' '
                                       || (select count(*) from reader.openid where reader = :reader)
                                """)
                        .bind("reader", reader.value())
                        .mapTo(String.class)
                        .one());
    }

    private static void waitForALock() throws InterruptedException {
        Instant end = Instant.now().plusSeconds(20);
        while (DATABASE.jdbi()
                        .withHandle(handle -> handle.createQuery(
                                        "select count(*) from pg_locks where not granted and locktype = 'transactionid'")
                                .mapTo(Integer.class)
                                .one())
                == 0) {
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(20);
        }
    }
}
