package org.broadsheet.reader.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class HashingTest {
    private static final Argon2 LOW = new Argon2(64, 1, 1);
    private final Hashing hashing = new Hashing(LOW);

    @Test
    void a_password_is_kept_as_a_phc_string_with_owasps_cost_and_a_salt_of_its_own() {
        Hashing real = new Hashing();
        String kept = real.keep("four words not alike");
        assertThat(kept).matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
        assertThat(real.keep("four words not alike")).isNotEqualTo(kept);
        assertThat(real.matches(Optional.of(kept), "four words not alike")).isTrue();
        assertThat(real.matches(Optional.of(kept), "four words not Alike")).isFalse();
    }

    /** Made by the reference program: {@code echo -n password | argon2 somesalt -id -t 2 -k 65536 -p 1}. */
    @Test
    void what_the_reference_program_made_is_understood() {
        String kept = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
        assertThat(hashing.matches(Optional.of(kept), "password")).isTrue();
        assertThat(hashing.matches(Optional.of(kept), "passwore")).isFalse();
    }

    @Test
    void letters_composed_in_another_way_are_the_same_password() {
        String kept = hashing.keep("caf\u00e9 on the corner");
        assertThat(hashing.matches(Optional.of(kept), "cafe\u0301 on the corner"))
                .isTrue();
    }

    @Test
    void the_same_work_is_done_where_there_is_nothing_to_compare_with() {
        long before = hashing.done();
        assertThat(hashing.matches(Optional.empty(), "four words not alike")).isFalse();
        assertThat(hashing.matches(Optional.of("nonsense"), "four words not alike"))
                .isFalse();
        assertThat(hashing.matches(Optional.of(hashing.keep("x")), "y")).isFalse();
        assertThat(hashing.done() - before).isEqualTo(4);
    }

    @Test
    void nobodys_password_is_matched_by_no_password() {
        assertThat(hashing.matches(Optional.empty(), "")).isFalse();
    }

    @Test
    void what_was_kept_at_another_cost_is_known_for_it() {
        assertThat(hashing.old(hashing.keep("x"))).isFalse();
        assertThat(hashing.old(new Hashing().keep("x"))).isTrue();
        assertThat(hashing.old("nonsense")).isTrue();
    }

    @Test
    void costs_that_would_only_keep_the_paper_busy_are_not_read() {
        assertThat(Argon2.read(
                        "$argon2id$v=19$m=999999,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"))
                .isEmpty();
    }
}
