package org.broadsheet.base.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.regex.Pattern;
import org.broadsheet.base.Language;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static final Pattern PLACES = Pattern.compile("\\{\\d");

    @Test
    void every_language_has_every_text_with_the_same_places() {
        Map<String, String> english = Texts.read("en");
        Map<String, String> indonesian = Texts.read("id");
        assertThat(indonesian.keySet()).isEqualTo(english.keySet());
        english.forEach((key, text) -> {
            if (!text.contains("choice")) {
                assertThat(PLACES.matcher(indonesian.get(key)).results().count())
                        .as(key)
                        .isEqualTo(PLACES.matcher(text).results().count());
            }
        });
    }

    @Test
    void numbers_are_written_as_the_language_writes_them() {
        assertThat(Texts.in(Language.ENGLISH).say("search.found", 12_345, "tax"))
                .isEqualTo("12,345 stories for “tax”");
        assertThat(Texts.in(Language.ENGLISH).say("search.found", 1, "tax")).isEqualTo("One story for “tax”");
        assertThat(Texts.in(Language.INDONESIAN).say("search.found", 12_345, "pajak"))
                .isEqualTo("12.345 berita untuk “pajak”");
    }

    @Test
    void a_language_nobody_has_written_reads_english() {
        assertThat(Texts.in(new Language("fr")).say("share")).isEqualTo("Share");
        assertThat(Texts.in(new Language("id-ID")).say("share")).isEqualTo("Bagikan");
    }

    @Test
    void a_text_that_is_not_there_is_a_mistake() {
        assertThatThrownBy(() -> Texts.in(Language.ENGLISH).say("no.such.text")).hasMessageContaining("no.such.text");
    }
}
