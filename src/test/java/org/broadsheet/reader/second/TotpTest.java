package org.broadsheet.reader.second;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.broadsheet.reader.ReaderId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    private static final Totp RFC = new Totp(Base32.encode("12345678901234567890".getBytes(StandardCharsets.US_ASCII)));

    /** RFC 6238, appendix B, to six digits. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void codes_are_those_of_the_standard(long second, String code) {
        assertThat(RFC.code(Instant.ofEpochSecond(second))).isEqualTo(code);
    }

    @Test
    void a_code_counts_one_step_early_and_one_late_and_no_further() {
        Instant at = Instant.ofEpochSecond(1_234_567_890);
        String code = RFC.code(at);
        assertThat(RFC.step(code, at)).contains(1_234_567_890L / 30);
        assertThat(RFC.step(code, at.plusSeconds(30))).contains(1_234_567_890L / 30);
        assertThat(RFC.step(code, at.minusSeconds(30))).contains(1_234_567_890L / 30);
        assertThat(RFC.step(code, at.plusSeconds(60))).isEmpty();
        assertThat(RFC.step(code, at.minusSeconds(60))).isEmpty();
        assertThat(RFC.step("", at)).isEmpty();
        assertThat(RFC.step(code + "0", at)).isEmpty();
    }

    /** RFC 4648, section 10, without the padding. */
    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void base_32_is_that_of_the_standard(String text, String encoded) {
        assertThat(Base32.encode(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(encoded);
    }

    @Property
    void base_32_gives_back_what_it_was_given(@ForAll @Size(max = 64) byte[] bytes) {
        assertThat(Base32.decode(Base32.encode(bytes))).isEqualTo(bytes);
    }

    @Test
    void base_32_refuses_other_letters() {
        assertThatThrownBy(() -> Base32.decode("MZX1")).hasMessageContaining("1");
    }

    @Test
    void the_square_tells_an_app_whose_key_it_is() {
        String uri = RFC.uri("The Public & Record", "a+b@paper.example");
        assertThat(uri)
                .startsWith("otpauth://totp/The%20Public%20%26%20Record:a%2Bb%40paper.example?secret=")
                .endsWith("&issuer=The%20Public%20%26%20Record&algorithm=SHA1&digits=6&period=30");
        Setup setup = new Setup("", RFC.secret(), uri);
        assertThat(setup.path()).startsWith("M4 4h1v1h-1zM5 4h1v1h-1z").hasSizeGreaterThan(5_000);
        assertThat(setup.size()).isBetween(29 + 8, 77 + 8);
        assertThat(setup.spaced().replace(" ", "")).isEqualTo(RFC.secret());
        assertThat(setup.toString() + RFC).doesNotContain(RFC.secret());
    }

    @Test
    void recovery_codes_are_read_however_they_are_typed_and_are_each_readers_own() {
        List<String> codes = RecoveryCodes.fresh();
        assertThat(new HashSet<>(codes)).hasSize(10).allMatch(code -> code.matches("([a-z2-7]{4}-){5}[a-z2-7]{4}"));
        String code = codes.getFirst();
        ReaderId reader = new ReaderId(1);
        assertThat(RecoveryCodes.hash(
                        reader, " " + code.toUpperCase(java.util.Locale.ROOT).replace("-", " ")))
                .isEqualTo(RecoveryCodes.hash(reader, code));
        assertThat(RecoveryCodes.hash(new ReaderId(2), code)).isNotEqualTo(RecoveryCodes.hash(reader, code));
    }
}
