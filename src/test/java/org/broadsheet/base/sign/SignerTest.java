package org.broadsheet.base.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.broadsheet.base.Settings;
import org.junit.jupiter.api.Test;

class SignerTest {
    private static final String FIRST = "the first secret of thirty-two letters and more";
    private static final String SECOND = "the second secret of thirty-two letters and more";

    private final Signer signer = new Signer(settings(Map.of("SECRET", FIRST)), "test");
    private final Sealer sealer = new Sealer(settings(Map.of("SECRET", FIRST)), "test");

    @Test
    void what_was_signed_is_read_and_nothing_that_was_changed() {
        String signed = signer.sign("1.2.3");
        assertThat(signer.read(signed)).contains("1.2.3");
        // the last letter has two bits that mean nothing
        for (int at = 0; at < signed.length() - 1; at++) {
            char other = signed.charAt(at) == 'A' ? 'g' : 'A';
            assertThat(signer.read(signed.substring(0, at) + other + signed.substring(at + 1)))
                    .isEmpty();
        }
        assertThat(signer.read("")).isEmpty();
        assertThat(signer.read("1.2.3")).isEmpty();
        assertThat(signer.read("1.2.3.")).isEmpty();
        assertThat(signer.read("x".repeat(5_000))).isEmpty();
    }

    @Test
    void what_was_sealed_is_opened_and_nothing_that_was_changed() {
        String sealed = sealer.seal("a secret".getBytes(StandardCharsets.UTF_8));
        assertThat(opened(sealer, sealed)).isEqualTo("a secret");
        byte[] bytes = Base64.getUrlDecoder().decode(sealed);
        for (int at = 0; at < bytes.length; at++) {
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                byte[] changed = bytes.clone();
                changed[at] ^= (byte) (1 << bit);
                assertThat(sealer.open(Base64.getUrlEncoder().withoutPadding().encodeToString(changed)))
                        .isEmpty();
            }
        }
        assertThat(sealer.open(sealed.substring(0, 20))).isEmpty();
        assertThat(sealer.open("")).isEmpty();
    }

    @Test
    void the_same_text_sealed_a_thousand_times_looks_different_each_time() {
        Set<String> all = new HashSet<>();
        for (int at = 0; at < 1_000; at++) {
            all.add(sealer.seal(new byte[8]).substring(0, 16));
        }
        assertThat(all).hasSize(1_000);
    }

    @Test
    void each_purpose_and_each_secret_has_a_key_of_its_own() {
        Settings settings = settings(Map.of("SECRET", FIRST));
        assertThat(new Signer(settings, "another").read(signer.sign("1"))).isEmpty();
        assertThat(new Sealer(settings, "another").open(sealer.seal(new byte[1])))
                .isEmpty();
        Settings other = settings(Map.of("SECRET", SECOND));
        assertThat(new Signer(other, "test").read(signer.sign("1"))).isEmpty();
        assertThat(new Sealer(other, "test").open(sealer.seal(new byte[1]))).isEmpty();
    }

    @Test
    void the_secret_before_reads_what_it_made_and_makes_nothing_new() {
        Settings both = settings(Map.of("SECRET", SECOND, "SECRET_BEFORE", FIRST));
        assertThat(new Signer(both, "test").read(signer.sign("1"))).contains("1");
        assertThat(opened(new Sealer(both, "test"), sealer.seal("x".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("x");
        assertThat(signer.read(new Signer(both, "test").sign("1"))).isEmpty();
        assertThat(sealer.open(new Sealer(both, "test").seal(new byte[1]))).isEmpty();
    }

    private static String opened(Sealer sealer, String sealed) {
        return new String(sealer.open(sealed).orElseThrow(), StandardCharsets.UTF_8);
    }

    private static Settings settings(Map<String, String> said) {
        return Settings.load(Map.of("BROADSHEET_DATA", "target/no-such-folder"), said);
    }
}
