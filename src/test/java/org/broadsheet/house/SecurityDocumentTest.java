package org.broadsheet.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/security.md names tests that exist, and every line of levels 1 and 2 once. */
class SecurityDocumentTest {
    private static final String PAGE = Sources.text(Path.of("docs/security.md"));

    /** {@code FooTest.what_it_says}; a class alone says nothing. */
    private static final Pattern TEST =
            Pattern.compile("`([A-Z][A-Za-z0-9]+(?:Test|Journey|Fuzz))(?:\\.([a-z][a-z0-9_]+))?`");

    /** What makes a method a test, and nothing between it and the name that ends another method. */
    private static final String A_TEST =
            "@(?:Test|ParameterizedTest|RepeatedTest|Property|FuzzTest)\\b(?:(?!\\n    }\\n)[\\s\\S])*?void ";

    private static final Pattern LINE = Pattern.compile("(?m)^\\| ([0-9]{1,2}\\.[0-9]\\.[0-9]{1,2}) \\|");
    private static final Pattern LEFT_OUT = Pattern.compile("\\b([0-9]{1,2}\\.[0-9]\\.[0-9]{1,2})\\b");

    @Test
    void every_test_that_the_table_names_exists() {
        Map<String, String> tests = tests();
        List<MatchResult> named = PAGE.lines()
                .filter(line -> LINE.matcher(line).find())
                .flatMap(line -> TEST.matcher(line.split("\\|", -1)[4]).results())
                .toList();
        assertThat(named).hasSizeGreaterThan(100);
        assertThat(TEST.matcher(PAGE).results().map(name -> name.group(1))).isSubsetOf(tests.keySet());
        assertThat(named.stream()
                        .filter(name -> !isThere(tests, name))
                        .map(MatchResult::group)
                        .distinct())
                .isEmpty();
        assertThat(Stream.of(
                                "`NoSuchTest.at_all`",
                                "`SecurityDocumentTest.at_all`",
                                "`SecurityDocumentTest.is_there`",
                                "`SecurityDocumentTest`")
                        .flatMap(text -> TEST.matcher(text).results())
                        .filter(name -> !isThere(tests, name)))
                .as("a class without the method, and a method that is no test")
                .hasSize(4);
    }

    @Test
    void every_line_of_levels_1_and_2_stands_in_the_table_once_or_is_said_not_to_apply() {
        List<String> all = Sources.text(Path.of("src/test/resources/security/asvs-5.0.0-level-1-and-2.txt"))
                .lines()
                .filter(line -> !line.startsWith("#"))
                .flatMap(line -> Stream.of(line.split(" ")))
                .filter(number -> !number.isBlank())
                .toList();
        assertThat(all).hasSize(253).doesNotHaveDuplicates();
        String without = PAGE.substring(PAGE.indexOf("## What does not apply"));
        List<String> listed = Stream.concat(
                        LINE.matcher(PAGE).results().map(line -> line.group(1)),
                        LEFT_OUT.matcher(without).results().map(line -> line.group(1)))
                .toList();
        assertThat(listed).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void a_line_of_the_table_says_how_and_names_what_shows_it_or_says_that_it_is_not_met() {
        assertThat(PAGE.lines().filter(line -> LINE.matcher(line).find()))
                .isNotEmpty()
                .allSatisfy(line -> {
                    String[] cells = line.split("\\|", -1);
                    assertThat(cells).as(line).hasSize(6);
                    assertThat(cells[3]).as(line).isNotBlank();
                    assertThat(TEST.matcher(cells[4]).find()
                                    || cells[4].contains("**not met**")
                                    || cells[4].contains("(page)"))
                            .as(line)
                            .isTrue();
                });
    }

    private static boolean isThere(Map<String, String> tests, MatchResult name) {
        String text = tests.get(name.group(1));
        return text != null
                && name.group(2) != null
                && Pattern.compile(A_TEST + name.group(2) + "\\(").matcher(text).find();
    }

    private static Map<String, String> tests() {
        Map<String, String> tests = new TreeMap<>();
        Sources.below("src/test/java", ".java").forEach(file -> {
            String name = file.getFileName().toString();
            tests.merge(name.substring(0, name.length() - ".java".length()), Sources.text(file), String::concat);
        });
        return tests;
    }
}
