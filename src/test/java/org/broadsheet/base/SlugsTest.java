package org.broadsheet.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class SlugsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A sign-in service learns to speak   | a-sign-in-service-learns-to-speak
            Don’t panic, it's only a café       | dont-panic-its-only-a-cafe
            Straße, Ærø & Łódź                  | strasse-aero-and-lodz
            10 % more — and 2×                  | 10-more-and-2
            --- hyphens --- at ends ---         | hyphens-at-ends
            """)
    void words_become_an_address(String words, String slug) {
        assertThat(Slugs.of(words)).contains(slug);
    }

    @Test
    void a_long_headline_is_cut_between_words() {
        String slug = Slugs.of("government ".repeat(30)).orElseThrow();
        assertThat(slug).hasSizeLessThanOrEqualTo(80).endsWith("government");
    }

    @Test
    void nothing_that_ascii_can_write_gives_nothing() {
        assertThat(Slugs.of("東京 — 日本")).isEmpty();
        assertThat(Slugs.of("")).isEmpty();
    }

    @Property
    void whatever_comes_the_slug_is_one_or_there_is_none(@ForAll String words) {
        assertThat(Slugs.of(words).stream()).allMatch(Slugs::isSlug);
    }

    @Test
    void naughty_strings_give_slugs_or_nothing() throws IOException {
        JsonNode strings =
                new ObjectMapper().readTree(Files.readString(Path.of("../shared/corpus/urls-unicode/blns.json")));
        assertThat(strings.size()).isGreaterThan(100);
        for (JsonNode each : strings) {
            String words = each.isString() ? each.asString() : each.toString();
            assertThat(Slugs.of(words).stream()).as(words).allMatch(Slugs::isSlug);
        }
    }
}
