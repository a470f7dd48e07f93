package org.broadsheet.reader.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.broadsheet.reader.Weakness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTest {
    private static final List<String> KNOWN = List.of("ani.wijaya@paper.test", "Ani Wijaya", "The Public Record");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "four words not alike",
                "zq7#kfw2Lm",
                "kucing makan jeruk bali",
                "пароль из трёх слов",
                "          a b c d e"
            })
    void what_is_long_and_nobodys_guess_may_be_chosen(String password) {
        assertThat(PasswordRule.weakness(password, KNOWN)).isEmpty();
    }

    @Test
    void characters_are_counted_as_people_count_them() {
        assertThat(PasswordRule.weakness("kq7#fw2Lm", KNOWN)).contains(Weakness.TOO_SHORT);
        assertThat(PasswordRule.weakness("\uD83D\uDE00".repeat(9), KNOWN)).contains(Weakness.TOO_SHORT);
        assertThat(PasswordRule.weakness("ab cd ef gh".repeat(30), KNOWN)).contains(Weakness.TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1234567890",
                "qwertyuiop",
                "QwertyUiop",
                "password12345",
                "Password2026!",
                "passwordpassword",
                "1q2w3e4r5t"
            })
    void what_leaks_most_often_is_refused_with_a_tail_or_doubled_too(String password) {
        assertThat(PasswordRule.weakness(password, KNOWN)).contains(Weakness.COMMON);
    }

    @Test
    void the_same_few_characters_over_and_over_are_refused() {
        assertThat(PasswordRule.weakness("aaaaaaaaaaaa", KNOWN)).contains(Weakness.MONOTONOUS);
        assertThat(PasswordRule.weakness("abababababab", KNOWN)).contains(Weakness.MONOTONOUS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"my name is ani wijaya", "x-Ani.Wijaya-7", "thepublicrecord7x", "The Public Record!"})
    void what_holds_a_name_or_the_papers_is_refused(String password) {
        assertThat(PasswordRule.weakness(password, KNOWN)).contains(Weakness.PERSONAL);
    }

    @Test
    void a_short_name_or_none_at_all_forbids_nothing() {
        assertThat(PasswordRule.weakness("banana on the roof", List.of("an@x.test", "An", "")))
                .isEmpty();
    }
}
