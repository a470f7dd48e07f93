package org.broadsheet.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Interface texts: every language says the same things, and nothing that nobody asks for. */
class TextsTest {

    private static final Pattern PLACE = Pattern.compile("\\{\\d+}");
    private static final Path FOLDER = Path.of("src/main/resources/texts");
    private static final Properties ENGLISH = texts("messages_en.properties");
    private static final Properties INDONESIAN = texts("messages_id.properties");

    @Test
    void english_and_indonesian_have_the_same_texts() {
        assertThat(new TreeSet<>(INDONESIAN.stringPropertyNames()))
                .isNotEmpty()
                .isEqualTo(new TreeSet<>(ENGLISH.stringPropertyNames()));
    }

    /** The second would silently win, on the pages of the first too. */
    @Test
    void no_text_is_there_twice() {
        for (String file : List.of("messages_en.properties", "messages_id.properties")) {
            List<String> keys = Sources.text(FOLDER.resolve(file))
                    .lines()
                    .filter(line -> line.matches("[a-z].*=.*"))
                    .map(line -> line.substring(0, line.indexOf('=')))
                    .toList();
            assertThat(keys).hasSizeGreaterThan(100).doesNotHaveDuplicates();
        }
    }

    @Test
    void both_languages_fill_in_the_same_places() {
        assertThat(ENGLISH.stringPropertyNames().stream()
                        .filter(key -> !places(ENGLISH, key).equals(places(INDONESIAN, key))))
                .isEmpty();
    }

    @Test
    void every_text_is_used_somewhere() {
        String code = Stream.of(
                        Sources.below("src/main/java", ".java"),
                        Sources.below("src/main/jte", ".jte"),
                        Sources.below("src/main/resources/web", ".js"))
                .flatMap(List::stream)
                .map(Sources::text)
                .reduce("", String::concat);
        assertThat(ENGLISH.stringPropertyNames().stream().filter(key -> !isUsed(key, code)))
                .isEmpty();
    }

    /** As a whole in quotes, or by a quoted beginning that ends in a dot and goes on with a word chosen while running. */
    private static boolean isUsed(String key, String code) {
        return code.contains("\"" + key + "\"")
                || IntStream.range(0, key.length())
                        .filter(at -> key.charAt(at) == '.')
                        .anyMatch(dot -> code.contains("\"" + key.substring(0, dot + 1) + "\""));
    }

    /** The plain ones, such as {@code {0}}; a plural's choice is each language's own affair. */
    private static Set<String> places(Properties texts, String key) {
        String text = texts.getProperty(key, "");
        assertThat(new MessageFormat(text, Locale.ROOT).toPattern()).isNotNull();
        return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static Properties texts(String name) {
        Properties texts = new Properties();
        try (Reader in = Files.newBufferedReader(FOLDER.resolve(name))) {
            texts.load(in);
            return texts;
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
