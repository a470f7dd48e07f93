package org.broadsheet.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
    @ParameterizedTest
    @CsvSource({"public,pubilc,1", "government,goverment,1", "jakarta,jakatra,1", "bank,bank,0", "tax,fix,2", "a,,1"})
    void counts_slips(String a, String b, int slips) {
        assertThat(Spelling.distance(a, b == null ? "" : b)).isEqualTo(slips);
    }

    @Property
    void slips_are_the_same_both_ways_and_none_between_equals(
            @ForAll @AlphaChars @StringLength(max = 12) String a,
            @ForAll @AlphaChars @StringLength(max = 12) String b) {
        assertThat(Spelling.distance(a, b)).isEqualTo(Spelling.distance(b, a));
        assertThat(Spelling.distance(a, a)).isZero();
        assertThat(Spelling.distance(a, b))
                .isBetween(Math.abs(a.length() - b.length()), Math.max(a.length(), b.length()));
    }

    @Test
    void rewrites_the_word_and_leaves_the_rest_of_the_question_as_typed() {
        assertThat(Spelling.rewritten(
                        "\"Pubilc  helth\" -Tax or goverment's", Map.of("pubilc", "public", "goverment", "government")))
                .isEqualTo("\"public  helth\" -Tax or government's");
    }
}
