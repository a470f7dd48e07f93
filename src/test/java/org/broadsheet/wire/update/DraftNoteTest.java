package org.broadsheet.wire.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.base.Language;
import org.broadsheet.wire.merge.Field;
import org.broadsheet.wire.merge.Wording;
import org.junit.jupiter.api.Test;

class DraftNoteTest {
    private static Optional<String> note(String before, String after, Language language) {
        return DraftNote.of(wording(before), wording(after), language);
    }

    private static Wording wording(String text) {
        return new Wording(Map.of(Field.HEADLINE, "Quake"), List.of("<p>" + text + "</p>"));
    }

    @Test
    void figures_and_names_that_were_other_ones_are_said() {
        assertThat(note("It killed 12 people, Ann Lee said.", "It killed 14 people, Ann Lea said.", Language.ENGLISH))
                .contains("An earlier version said “12”; it is “14”. An earlier version said “Lee”; it is “Lea”.");
        assertThat(note("Harganya 12 ribu.", "Harganya 14 ribu.", Language.INDONESIAN))
                .contains("Versi sebelumnya menyebut “12”; yang benar “14”.");
    }

    @Test
    void turns_of_phrase_are_no_corrections_nor_is_what_was_added() {
        assertThat(note("The road is shut.", "A street is closed.", Language.ENGLISH))
                .isEmpty();
        assertThat(note("The road is shut.", "The road is shut. It has 12 lanes.", Language.ENGLISH))
                .isEmpty();
        assertThat(note("The same 12.", "The same 12.", Language.ENGLISH)).isEmpty();
    }

    @Test
    void the_capital_that_begins_a_sentence_makes_no_name() {
        assertThat(note("He left. Rain fell.", "He left. Snow fell.", Language.ENGLISH))
                .isEmpty();
    }

    @Test
    void a_rewritten_story_gives_no_endless_note() {
        String before = "Nine of A1 and B2. ".repeat(200);
        String after = "Ten in C3 or D4. ".repeat(200);
        assertThat(note(before, after, Language.ENGLISH).orElse("").length()).isLessThan(1_000);
    }
}
