package org.broadsheet.search;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Health Care for All | health care for all",
                "Jakarta’s mayor, Jakarta's mayor | jakarta mayor jakarta mayor",
                "Jum'at Qur’an O'Brien | jumat quran obrien",
                "U.S. Army, e.g. the U.N. | us army eg the un",
                "COVID-19 in e-government | covid 19 in e government",
                "São Tomé, Łódź, Straße | sao tome lodz strasse",
                "ＦＵＬＬ width ﬁne | full width fine",
                "東京 news | 東 京 news",
                "co\u00adoperation zero\u200bwidth | cooperation zerowidth",
                "İstanbul IĞDIR | istanbul igdir",
                "<script>alert(1)</script> | script alert 1 script",
                "' OR 1=1; -- | or 1 1",
                "हिन्दी समाचार | हिन्दी समाचार",
            })
    void folds_words_as_readers_type_them(String text, String folded) {
        assertThat(Words.folded(text)).isEqualTo(folded);
    }

    @Test
    void knows_where_each_word_stands() {
        String text = "In Jakarta’s “São” U.S. quarter";
        assertThat(Words.of(text).stream().map(word -> text.substring(word.start(), word.end())))
                .containsExactly("In", "Jakarta", "São", "U.S", "quarter");
    }

    @Property
    void every_word_is_letters_digits_and_marks_alone(@ForAll @StringLength(max = 300) String text) {
        int end = 0;
        for (Words.Word word : Words.of(text)) {
            assertThat(word.folded()).isNotEmpty().matches("[\\p{L}\\p{N}\\p{Mn}\\p{Mc}]+");
            assertThat(word.folded().length()).isLessThanOrEqualTo(64);
            assertThat(word.start()).isGreaterThanOrEqualTo(end).isLessThan(word.end());
            end = word.end();
        }
        assertThat(end).isLessThanOrEqualTo(text.length());
    }

    @Property
    void folding_twice_changes_nothing(
            @ForAll
                    @StringLength(max = 200)
                    @CharRange(from = ' ', to = '\u024f')
                    @CharRange(from = '\u0400', to = '\u04ff')
                    String text) {
        String once = Words.folded(text);
        assertThat(Words.folded(once)).isEqualTo(once);
    }
}
