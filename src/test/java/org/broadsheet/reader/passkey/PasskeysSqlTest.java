package org.broadsheet.reader.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.reader.once.Once;
import org.broadsheet.testing.People;
import org.broadsheet.testing.SoftKey;
import org.broadsheet.testing.TestDatabase;
import org.broadsheet.testing.TestSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasskeysSqlTest {
    private static final Instant NOON = Instant.parse("2026-01-03T05:00:00Z");
    private static final String PARTY = "paper.example";
    private static final String HERE = "https://paper.example";
    private static final AtomicInteger COUNT = new AtomicInteger();

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    private final Passkeys passkeys = DATABASE.door(
            Passkeys.class, Challenges.class, Ceremonies.class, Offers.class, Once.class, TestSettings.class);
    private final ReaderId reader =
            People.join(DATABASE.jdbi(), "passkey" + COUNT.incrementAndGet() + "@paper.example");

    private Made make(SoftKey key) {
        Offer offer = passkeys.toMake(reader, "a@paper.example", NOON);
        return passkeys.make(reader, offer.ticket(), key.make(offer.publicKey()), "my phone", NOON);
    }

    private SoftKey made() {
        SoftKey key = new SoftKey(HERE);
        assertThat(make(key)).isInstanceOf(Made.Kept.class);
        return key;
    }

    private Recognised signIn(SoftKey key) {
        Offer offer = passkeys.toKnow(NOON);
        return passkeys.recognise(offer.ticket(), key.answer(PARTY, offer.publicKey()), NOON);
    }

    @Test
    void a_passkey_that_was_made_says_who_it_is_and_whether_it_asked_for_a_finger() {
        SoftKey key = made();
        assertThat(signIn(key)).isEqualTo(new Recognised.Known(reader, true));
        assertThat(signIn(key.withoutVerification())).isEqualTo(new Recognised.Known(reader, false));
        assertThat(passkeys.of(reader)).singleElement().satisfies(passkey -> {
            assertThat(passkey.name()).isEqualTo("my phone");
            assertThat(passkey.usedAt()).contains(NOON);
            assertThat(passkey.doubtedAt()).isEmpty();
        });
    }

    @Test
    void options_ask_for_a_discoverable_passkey_without_attestation_and_leave_out_those_there_are() {
        made();
        Map<String, Object> options =
                passkeys.toMake(reader, "a@paper.example", NOON).publicKey();
        assertThat(options).containsEntry("attestation", "none");
        assertThat((Map<?, ?>) options.get("authenticatorSelection"))
                .isEqualTo(
                        Map.of("residentKey", "required", "requireResidentKey", true, "userVerification", "preferred"));
        assertThat((List<?>) options.get("excludeCredentials")).hasSize(1);
        assertThat((Map<?, ?>) options.get("rp")).isEqualTo(Map.of("id", PARTY, "name", "Broadsheet"));
        assertThat(passkeys.toKnow(NOON).publicKey()).doesNotContainKey("allowCredentials");
    }

    @Test
    void an_answer_counts_once_even_when_many_send_it_at_once() throws Exception {
        SoftKey key = made();
        Offer offer = passkeys.toKnow(NOON);
        String answer = key.answer(PARTY, offer.publicKey());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Recognised>> all = IntStream.range(0, 8)
                    .mapToObj(each -> threads.submit(() -> passkeys.recognise(offer.ticket(), answer, NOON)))
                    .toList();
            int known = 0;
            for (Future<Recognised> each : all) {
                known += each.get() instanceof Recognised.Known ? 1 : 0;
            }
            assertThat(known).isEqualTo(1);
        }
        assertThat(passkeys.recognise(offer.ticket(), answer, NOON)).isEqualTo(new Recognised.TooLate());
    }

    @Test
    void a_ticket_is_good_for_its_use_its_reader_its_time_and_unchanged() {
        SoftKey key = made();
        Offer offer = passkeys.toKnow(NOON);
        String answer = key.answer(PARTY, offer.publicKey());
        Instant late = NOON.plus(Challenges.LIFE);
        assertThat(passkeys.recognise(offer.ticket(), answer, late)).isEqualTo(new Recognised.TooLate());
        assertThat(passkeys.recognise(offer.ticket().replaceFirst("know", "make"), answer, NOON))
                .isEqualTo(new Recognised.TooLate());
        Offer toMake = passkeys.toMake(reader, "a@paper.example", NOON);
        assertThat(passkeys.recognise(toMake.ticket(), key.answer(PARTY, toMake.publicKey()), NOON))
                .isEqualTo(new Recognised.TooLate());
        ReaderId other = People.join(DATABASE.jdbi(), "stranger" + COUNT.incrementAndGet() + "@paper.example");
        passkeys.toMake(other, "b@paper.example", NOON);
        String made = new SoftKey(HERE).make(toMake.publicKey());
        assertThat(passkeys.make(other, toMake.ticket(), made, "x", NOON)).isEqualTo(new Made.TooLate());
    }

    @Test
    void a_challenge_of_another_ticket_is_refused_and_spends_its_own() {
        SoftKey key = made();
        Offer one = passkeys.toKnow(NOON);
        Offer two = passkeys.toKnow(NOON);
        assertThat(passkeys.recognise(one.ticket(), key.answer(PARTY, two.publicKey()), NOON))
                .isEqualTo(new Recognised.Refused());
        assertThat(passkeys.recognise(one.ticket(), key.answer(PARTY, one.publicKey()), NOON))
                .isEqualTo(new Recognised.TooLate());
    }

    @Test
    void another_origin_another_host_another_key_and_another_handle_are_refused() {
        SoftKey key = made();
        Offer offer = passkeys.toKnow(NOON);
        assertThat(passkeys.recognise(offer.ticket(), key.answer("evil.example", offer.publicKey()), NOON))
                .isEqualTo(new Recognised.Refused());
        assertThat(signIn(new SoftKey(HERE))).isEqualTo(new Recognised.Unknown());
        assertThat(signIn(key.calling(new byte[32]))).isEqualTo(new Recognised.Refused());
        assertThat(make(new SoftKey("https://paper.example.evil.example"))).isEqualTo(new Made.Refused());
        assertThat(make(new SoftKey("http://paper.example"))).isEqualTo(new Made.Refused());
    }

    @Test
    void a_count_that_goes_backwards_is_noticed_and_refused() {
        SoftKey key = made().countedTo(10);
        assertThat(signIn(key)).isInstanceOf(Recognised.Known.class);
        assertThat(signIn(key.countedTo(4))).isEqualTo(new Recognised.Refused());
        assertThat(passkeys.of(reader))
                .singleElement()
                .satisfies(passkey -> assertThat(passkey.doubtedAt()).contains(NOON));
        assertThat(signIn(key.countedTo(20))).isInstanceOf(Recognised.Known.class);
    }

    @Test
    void authenticators_that_count_nothing_are_welcome() {
        SoftKey key = new SoftKey(HERE).countedTo(-1);
        assertThat(make(key)).isInstanceOf(Made.Kept.class);
        assertThat(signIn(key.countedTo(-1))).isInstanceOf(Recognised.Known.class);
        assertThat(signIn(key.countedTo(-1))).isInstanceOf(Recognised.Known.class);
    }

    @Test
    void a_passkey_is_its_readers_to_rename_and_to_remove() {
        SoftKey key = made();
        long id = passkeys.of(reader).getFirst().id();
        ReaderId other = People.join(DATABASE.jdbi(), "thief" + COUNT.incrementAndGet() + "@paper.example");
        assertThat(passkeys.rename(other, id, "mine now")).isFalse();
        assertThat(passkeys.remove(other, id)).isFalse();
        assertThat(passkeys.rename(reader, id, "my telephone")).isTrue();
        assertThat(passkeys.of(reader)).extracting(Passkey::name).containsExactly("my telephone");
        assertThat(passkeys.remove(reader, id)).isTrue();
        assertThat(signIn(key)).isEqualTo(new Recognised.Unknown());
    }

    @Test
    void the_same_passkey_is_not_kept_twice_and_no_account_has_more_than_twenty() {
        SoftKey key = made();
        assertThat(make(key)).isEqualTo(new Made.Refused());
        IntStream.range(1, Passkeys.MOST).forEach(each -> made());
        assertThat(make(new SoftKey(HERE))).isEqualTo(new Made.TooMany(Passkeys.MOST));
        assertThat(passkeys.of(reader)).hasSize(Passkeys.MOST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "null",
                "[]",
                "{\"id\":5}",
                "{\"id\":\"AA\",\"rawId\":\"AA\",\"response\":{}}",
                "\u0000"
            })
    void nonsense_is_refused_calmly(String answer) {
        Offer know = passkeys.toKnow(NOON);
        assertThat(passkeys.recognise(know.ticket(), answer, NOON))
                .isIn(new Recognised.Refused(), new Recognised.Unknown());
        Offer toMake = passkeys.toMake(reader, "a@paper.example", NOON);
        assertThat(passkeys.make(reader, toMake.ticket(), answer, "x", NOON)).isEqualTo(new Made.Refused());
    }
}
