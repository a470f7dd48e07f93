package org.broadsheet.search;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class QueryTest {
    @Test
    void is_one_line_of_at_most_so_many_characters() {
        assertThat(Query.of("  a\u0000\n\tb\u00a0 c\u2028").text()).isEqualTo("a b c");
        assertThat(Query.of("x".repeat(1_000_000)).text()).hasSize(Query.LONGEST);
        assertThat(Query.of("\ud83d\ude00".repeat(5_000)).text()).hasSize(2 * Query.LONGEST);
    }

    @Test
    void pages_beyond_the_last_are_the_last() {
        assertThat(Query.of("a").page(-3).page()).isEqualTo(1);
        assertThat(Query.of("a").page(99_999).page()).isEqualTo(Query.LAST_PAGE);
    }

    @Property
    void reading_a_question_twice_changes_nothing(@ForAll String text) {
        String once = Query.of(text).text();
        assertThat(Query.of(once).text()).isEqualTo(once);
    }
}
