package org.broadsheet.search;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "health care # (('health')) & (('care'))",
                "\"health care\" reform # (('health' <-> 'care')) & (('reform'))",
                "“health care” -reform # (('health' <-> 'care')) & !('reform')",
                "tax -\"income tax\" # (('tax')) & !('income' <-> 'tax')",
                "cats or dogs # (('cats') | ('dogs'))",
                "covid-19 # (('covid' <-> '19'))",
                "health health # (('health'))",
                "or health # (('health'))",
                "it's a.b@c.org # (('it')) & (('ab' <-> 'c' <-> 'org'))",
            })
    void reads_what_readers_write(String text, String query) {
        assertThat(Terms.of(text).tsquery()).isEqualTo(query);
    }

    @Test
    void either_word_is_enough_when_or_stands_between_them_in_english_and_indonesian() {
        assertThat(Terms.of("banjir atau gempa").all()).hasSize(1);
        assertThat(Terms.of("flood OR quake OR fire").all().getFirst().phrases())
                .hasSize(3);
    }

    @Test
    void loosely_read_a_phrase_is_its_words_and_an_unwanted_phrase_is_nothing() {
        assertThat(Terms.of("\"open data\" or code -tax -\"flat tax\"").loose())
                .isEqualTo("(('open' & 'data') | ('code')) & !('tax')");
        assertThat(Terms.of("open data -tax").loose()).isEqualTo("(('open')) & (('data')) & !('tax')");
    }

    @Test
    void a_question_that_only_excludes_asks_nothing() {
        assertThat(Terms.of("-tax -\"income tax\"").isEmpty()).isTrue();
        assertThat(Terms.of("  \"\" - -- | !!! ⁂ ").isEmpty()).isTrue();
    }

    @Test
    void a_question_of_thousands_of_words_is_cut() {
        Terms terms = Terms.of("word other ".repeat(5_000) + "x1 ".repeat(5_000));
        assertThat(terms.wanted()).containsExactly("word", "other");
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            many.append("w").append(i).append(' ');
        }
        assertThat(Terms.of(many.toString()).wanted()).hasSize(Terms.MOST_WORDS);
    }

    @Property
    void never_holds_more_words_than_it_should_or_anything_to_escape(@ForAll String text) {
        Terms terms = Terms.of(text);
        assertThat(terms.wanted().size()).isLessThanOrEqualTo(Terms.MOST_WORDS);
        assertThat(terms.tsquery()).doesNotContain("''").doesNotContain("\\");
    }
}
