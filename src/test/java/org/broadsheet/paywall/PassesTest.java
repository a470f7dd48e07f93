package org.broadsheet.paywall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.broadsheet.base.Settings;
import org.broadsheet.base.db.Change;
import org.broadsheet.base.sign.Signer;
import org.broadsheet.paywall.Pass.Kind;
import org.broadsheet.reader.ReaderId;
import org.junit.jupiter.api.Test;

class PassesTest {

    private static final Instant START = Instant.parse("2026-11-25T12:00:00Z");
    private static final ReaderId READER = new ReaderId(42);
    private static final Settings SETTINGS = secret("a secret that only the tests know of");

    private final Passes passes = new Passes(SETTINGS);
    private final AtomicReference<Instant> now = new AtomicReference<>(START.minusSeconds(3_600));
    private final InstantSource clock = () -> java.util.Objects.requireNonNull(now.get());

    /** A node that has listened for an hour. */
    private final PassVoids voids = new PassVoids(clock);

    PassesTest() {
        voids.start();
        now.set(START);
    }

    @Test
    void a_pass_is_read_as_it_was_signed() {
        for (Pass pass : new Pass[] {pass(START), pass(Kind.REGISTERED), pass(Kind.STAFF), institution()}) {
            assertThat(passes.read(passes.sign(pass))).contains(pass);
        }
    }

    @Test
    void nothing_changed_forged_or_signed_for_something_else_is_a_pass() {
        String signed = passes.sign(pass(Kind.REGISTERED));
        for (int at = 0; at < signed.length(); at++) {
            char other = signed.charAt(at) == 's' ? 't' : 's';
            String changed = signed.substring(0, at) + other + signed.substring(at + 1);
            assertThat(passes.read(changed).filter(pass -> pass.kind() != Kind.REGISTERED))
                    .as(changed)
                    .isEmpty();
        }
        assertThat(passes.read(signed.replace(".r.", ".s."))).isEmpty();
        assertThat(passes.read(new Passes(secret("a secret that somebody else made up")).sign(pass(START))))
                .isEmpty();
        String text = signed.substring(0, signed.lastIndexOf('.'));
        assertThat(passes.read(new Signer(SETTINGS, "session").sign(text))).isEmpty();
        assertThat(passes.read(text)).isEmpty();
        assertThat(passes.read("")).isEmpty();
        assertThat(passes.read("x".repeat(100_000))).isEmpty();
    }

    @Test
    void a_pass_of_the_secret_before_is_good_until_it_runs_out() {
        String signed = passes.sign(pass(START));
        Settings rotated = Settings.load(Map.of(
                "BROADSHEET_SECRET", "a newer secret that only the tests know",
                "BROADSHEET_SECRET_BEFORE", "a secret that only the tests know of"));
        assertThat(new Passes(rotated).read(signed)).contains(pass(START));
    }

    @Test
    void a_pass_runs_out_and_one_from_the_future_is_none() {
        assertThat(honoured(pass(START))).isTrue();
        now.set(START.plus(Passes.LIFE).minusMillis(1));
        assertThat(honoured(pass(START))).isTrue();
        now.set(START.plus(Passes.LIFE));
        assertThat(honoured(pass(START))).isFalse();
        assertThat(honoured(pass(START.plus(Passes.LIFE).plus(Duration.ofMinutes(1)))))
                .isFalse();
    }

    @Test
    void a_change_of_a_readers_standing_voids_that_readers_passes_at_once_and_no_others() {
        Pass other = new Pass(Optional.of(new ReaderId(43)), Kind.SUBSCRIBER, START, START.plusSeconds(600));
        now.set(START.plusSeconds(60));
        voids.hear(new Change("standing", "42"));
        assertThat(honoured(pass(START))).isFalse();
        assertThat(honoured(other)).isTrue();
        assertThat(honoured(institution())).isTrue();
    }

    /** Whoever issued it may have a clock that is ahead, or have asked the database just before the change. */
    @Test
    void a_pass_that_may_be_older_than_the_void_is_void_and_a_later_one_is_good_again() {
        now.set(START.plusSeconds(60));
        voids.hear(new Change("standing", "42"));
        Instant ahead = START.plusSeconds(60).plus(PassVoids.MARGIN);
        assertThat(honoured(pass(ahead))).isFalse();
        now.set(ahead.plusSeconds(5));
        assertThat(honoured(pass(ahead))).isFalse();
        assertThat(honoured(pass(ahead.plusSeconds(1)))).isTrue();
    }

    @Test
    void where_nobody_knows_what_has_changed_all_passes_are_void() {
        for (Change change : new Change[] {Change.EVERYTHING, new Change("standing", "institutions")}) {
            PassVoids fresh = new PassVoids(clock);
            now.set(START.minusSeconds(3_600));
            fresh.start();
            now.set(START.plusSeconds(1));
            assertThat(fresh.honours(pass(START), clock.instant())).isTrue();
            assertThat(fresh.honours(institution(), clock.instant())).isTrue();
            fresh.hear(change);
            assertThat(fresh.honours(pass(START), clock.instant())).isFalse();
            assertThat(fresh.honours(institution(), clock.instant())).isFalse();
        }
    }

    @Test
    void a_change_of_an_institution_voids_institutions_passes_and_a_new_one_is_good_at_once() {
        now.set(START.plusSeconds(60));
        voids.hear(new Change("institution", "The library"));
        assertThat(honoured(institution())).isFalse();
        assertThat(honoured(pass(START))).isTrue();
        Instant next = START.plusSeconds(60).plusMillis(1);
        now.set(next);
        assertThat(honoured(new Pass(Optional.empty(), Kind.INSTITUTION, next, next.plusSeconds(600))))
                .isTrue();
    }

    @Test
    void a_node_that_has_just_started_honours_no_pass_from_before_and_one_that_does_not_listen_none() {
        PassVoids started = new PassVoids(clock);
        assertThat(started.honours(pass(START), clock.instant())).isFalse();
        now.set(START.plusSeconds(10));
        started.start();
        assertThat(started.honours(pass(START), clock.instant())).isFalse();
        Instant later = START.plusSeconds(11).plus(PassVoids.MARGIN);
        now.set(later.plusSeconds(1));
        assertThat(started.honours(pass(later), clock.instant())).isTrue();
        started.stop();
        assertThat(started.honours(pass(later), clock.instant())).isFalse();
    }

    @Test
    void what_is_announced_of_other_things_voids_nothing() {
        voids.hear(new Change("story", "42"));
        voids.hear(new Change("gift", "42"));
        assertThat(honoured(pass(START))).isTrue();
    }

    @Test
    void a_pass_is_a_readers_or_an_institutions() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Pass(Optional.empty(), Kind.SUBSCRIBER, START, START.plusSeconds(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Pass(Optional.of(READER), Kind.INSTITUTION, START, START.plusSeconds(1)));
    }

    private boolean honoured(Pass pass) {
        return voids.honours(pass, clock.instant());
    }

    private static Pass pass(Instant issued) {
        return new Pass(Optional.of(READER), Kind.SUBSCRIBER, issued, issued.plus(Passes.LIFE));
    }

    private static Pass pass(Kind kind) {
        return new Pass(Optional.of(READER), kind, START, START.plus(Passes.LIFE));
    }

    private static Pass institution() {
        return new Pass(Optional.empty(), Kind.INSTITUTION, START, START.plus(Passes.LIFE));
    }

    private static Settings secret(String secret) {
        return Settings.load(Map.of("BROADSHEET_SECRET", secret));
    }
}
