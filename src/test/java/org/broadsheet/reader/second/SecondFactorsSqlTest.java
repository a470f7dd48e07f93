package org.broadsheet.reader.second;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.broadsheet.base.db.ChangeNotices;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.reader.Session;
import org.broadsheet.reader.Sessions;
import org.broadsheet.testing.People;
import org.broadsheet.testing.TestDatabase;
import org.broadsheet.testing.TestSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SecondFactorsSqlTest {
    private static final Instant NOON = Instant.parse("2026-01-03T05:00:00Z");
    private static final AtomicInteger COUNT = new AtomicInteger();

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    private final SecondFactors second =
            DATABASE.door(SecondFactors.class, Secrets.class, ChangeNotices.class, TestSettings.class);
    private final ReaderId reader = People.join(DATABASE.jdbi(), "second" + COUNT.incrementAndGet() + "@paper.example");
    private final long device = device();

    private long device() {
        Session session = DATABASE.door(Sessions.class, ChangeNotices.class, TestSettings.class)
                .begin(reader, "a browser", NOON);
        return session.device();
    }

    private record Kept(Totp totp, List<String> codes) {}

    /** Set up at noon with the code of that half minute. */
    private Kept setUp() {
        Setup setup = second.begin(reader, "a@paper.example", NOON);
        Totp totp = new Totp(setup.secret());
        List<String> codes = second.finish(reader, device, setup.sealed(), totp.code(NOON), NOON)
                .orElseThrow();
        return new Kept(totp, codes);
    }

    @Test
    void an_app_is_kept_when_its_first_code_is_right_and_not_before() {
        Setup setup = second.begin(reader, "a@paper.example", NOON);
        assertThat(second.asked(reader)).isFalse();
        String wrong = new Totp(setup.secret()).code(NOON.plusSeconds(3_600));
        assertThat(second.finish(reader, device, setup.sealed(), wrong, NOON)).isEmpty();
        assertThat(second.asked(reader)).isFalse();
        String right = new Totp(setup.secret()).code(NOON);
        assertThat(second.finish(
                        reader, device, setup.sealed(), right.substring(0, 3) + " " + right.substring(3), NOON))
                .hasValueSatisfying(codes -> assertThat(codes).hasSize(10));
        assertThat(second.standing(reader, device))
                .isEqualTo(new Standing(true, 10, 0, true, java.util.Optional.empty(), false));
    }

    @Test
    void a_setup_belongs_to_its_reader_and_runs_out_and_does_not_replace_an_app() {
        Setup setup = second.begin(reader, "a@paper.example", NOON);
        String code = new Totp(setup.secret()).code(NOON);
        ReaderId other = People.join(DATABASE.jdbi(), "other" + COUNT.incrementAndGet() + "@paper.example");
        assertThat(second.finish(other, device, setup.sealed(), code, NOON)).isEmpty();
        String tampered = "A" + setup.sealed().substring(1);
        assertThat(second.again(reader, tampered.equals(setup.sealed()) ? "B" : tampered, "a", NOON))
                .isEmpty();
        assertThat(second.again(reader, setup.sealed(), "a", NOON.plusSeconds(1_801)))
                .isEmpty();
        Kept kept = setUp();
        assertThat(second.finish(reader, device, setup.sealed(), code, NOON)).isEmpty();
        assertThat(second.check(reader, kept.totp().code(NOON.plusSeconds(60)), NOON.plusSeconds(60)))
                .isEqualTo(new CodeChecked.Right());
    }

    @Test
    void a_code_counts_once_and_an_older_one_not_after_a_newer_one() {
        Kept kept = setUp();
        Instant later = NOON.plusSeconds(60);
        assertThat(second.check(reader, kept.totp().code(NOON), NOON)).isEqualTo(new CodeChecked.UsedBefore());
        assertThat(second.check(reader, kept.totp().code(later), later)).isEqualTo(new CodeChecked.Right());
        assertThat(second.check(reader, kept.totp().code(later), later)).isEqualTo(new CodeChecked.UsedBefore());
        assertThat(second.check(reader, kept.totp().code(later.minusSeconds(30)), later))
                .isEqualTo(new CodeChecked.UsedBefore());
    }

    @Test
    void twenty_who_give_the_same_code_at_once_are_let_in_once() throws Exception {
        Kept kept = setUp();
        Instant later = NOON.plusSeconds(90);
        String code = kept.totp().code(later);
        assertThat(atOnce(4, () -> second.check(reader, code, later)))
                .filteredOn(new CodeChecked.Right()::equals)
                .hasSize(1);
    }

    @Test
    void a_recovery_code_has_120_bits_and_one_of_80_that_was_handed_out_before_is_good_still() {
        Kept kept = setUp();
        assertThat(kept.codes())
                .allMatch(code -> code.matches("([a-z2-7]{4}-){5}[a-z2-7]{4}"))
                .doesNotHaveDuplicates();
        assertThat(second.check(
                        reader, kept.codes().getFirst().replace("-", " ").toUpperCase(Locale.ROOT), NOON))
                .isEqualTo(new CodeChecked.Recovered(9));
        DATABASE.jdbi()
                .useHandle(handle -> handle.execute(
                        "insert into reader.recovery_code (reader, code, made_at) values (?, ?, now())",
                        reader.value(),
                        RecoveryCodes.hash(reader, "abcd-efgh-ijkl-mnop")));
        assertThat(second.check(reader, "abcd-efgh-ijkl-mnop", NOON)).isEqualTo(new CodeChecked.Recovered(9));
        assertThat(second.check(reader, "abcd-efgh-ijkl-mnop", NOON)).isEqualTo(new CodeChecked.Wrong());
    }

    @Test
    void a_recovery_code_used_by_many_at_once_counts_once_and_never_again() throws Exception {
        Kept kept = setUp();
        String code = kept.codes().get(3);
        List<CodeChecked> all = atOnce(5, () -> second.check(reader, code, NOON));
        assertThat(all)
                .filteredOn(each -> each.equals(new CodeChecked.Recovered(9)))
                .hasSize(1);
        assertThat(all).filteredOn(each -> each.equals(new CodeChecked.Wrong())).hasSize(4);
        assertThat(second.check(reader, code, NOON.plus(Duration.ofDays(1)))).isEqualTo(new CodeChecked.Wrong());
        assertThat(second.check(reader, kept.codes().get(4), NOON.plus(Duration.ofDays(1))))
                .isEqualTo(new CodeChecked.Recovered(8));
    }

    @Test
    void guesses_end_after_five_even_all_at_once_and_go_on_after_a_pause() throws Exception {
        Kept kept = setUp();
        List<CodeChecked> guesses = atOnce(40, () -> second.check(reader, "000000", NOON.plusSeconds(300)));
        assertThat(guesses).filteredOn(CodeChecked.TooMany.class::isInstance).hasSize(35);
        Instant soon = NOON.plusSeconds(330);
        assertThat(second.check(reader, kept.totp().code(soon), soon)).isInstanceOf(CodeChecked.TooMany.class);
        assertThat(second.check(reader, kept.codes().getFirst(), soon)).isInstanceOf(CodeChecked.TooMany.class);
        Instant later = NOON.plusSeconds(300 + 901);
        assertThat(second.check(reader, kept.totp().code(later), later)).isEqualTo(new CodeChecked.Right());
    }

    @Test
    void new_recovery_codes_void_the_old_ones_and_removal_voids_all() {
        Kept kept = setUp();
        List<String> fresh = second.renew(reader, NOON);
        assertThat(second.check(reader, kept.codes().getFirst(), NOON)).isEqualTo(new CodeChecked.Wrong());
        assertThat(second.check(reader, fresh.getFirst(), NOON)).isEqualTo(new CodeChecked.Recovered(9));
        assertThat(second.remove(reader)).isTrue();
        assertThat(second.remove(reader)).isFalse();
        assertThat(second.check(reader, fresh.get(1), NOON)).isEqualTo(new CodeChecked.Wrong());
        assertThat(second.asked(reader)).isFalse();
    }

    @Test
    void secrets_lie_sealed_and_each_opens_for_its_own_reader_only() {
        Kept kept = setUp();
        ReaderId other = People.join(DATABASE.jdbi(), "thief" + COUNT.incrementAndGet() + "@paper.example");
        String lying = DATABASE.jdbi()
                .withHandle(
                        handle -> handle.createQuery("select secret from reader.authenticator where reader = :reader")
                                .bind("reader", reader.value())
                                .mapTo(String.class)
                                .one());
        assertThat(lying).doesNotContain(kept.totp().secret());
        DATABASE.jdbi()
                .useHandle(handle -> handle.createUpdate("""
                        insert into reader.authenticator (reader, secret, made_at, last_step, tries_since)
                        values (:reader, :secret, now(), 0, now())
                        """)
                        .bind("reader", other.value())
                        .bind("secret", lying)
                        .execute());
        assertThatThrownBy(() -> second.check(other, kept.totp().code(NOON), NOON))
                .hasMessageContaining("cannot be opened");
    }

    @Test
    void proof_is_fresh_for_ten_minutes_and_only_in_its_browser() {
        assertThat(second.fresh(reader, device, NOON.plusSeconds(599))).isTrue();
        assertThat(second.fresh(reader, device, NOON.plusSeconds(601))).isFalse();
        assertThat(second.fresh(reader, device + 1, NOON)).isFalse();
        second.prove(reader, device, NOON.plusSeconds(700));
        assertThat(second.fresh(reader, device, NOON.plusSeconds(1_000))).isTrue();
        ReaderId other = People.join(DATABASE.jdbi(), "fresh" + COUNT.incrementAndGet() + "@paper.example");
        assertThat(second.fresh(other, device, NOON)).isFalse();
    }

    static <T> List<T> atOnce(int many, Callable<T> work) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> all = IntStream.range(0, many)
                    .mapToObj(each -> threads.submit(work))
                    .toList();
            List<T> done = new java.util.ArrayList<>();
            for (Future<T> each : all) {
                done.add(each.get());
            }
            return done;
        }
    }
}
