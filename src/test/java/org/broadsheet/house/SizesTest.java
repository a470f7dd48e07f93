package org.broadsheet.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ceilings. The habits are half of them; see CONTRIBUTING.md. */
class SizesTest {

    private static final int JAVA_LINES = 300;
    private static final int FILES_IN_A_PACKAGE = 20;

    private static List<Path> java() {
        List<Path> sources = Stream.of("src/main/java", "src/test/java")
                .flatMap(folder -> Sources.below(folder, ".java").stream())
                .toList();
        assertThat(sources).hasSizeGreaterThan(20);
        return sources;
    }

    @Test
    void no_java_file_is_longer_than_300_lines() {
        assertThat(longer(java(), JAVA_LINES)).isEmpty();
    }

    @Test
    void no_method_is_longer_than_40_lines_or_takes_more_than_5_parameters() {
        assertThat(JavaShape.tooMuch(java())).isEmpty();
    }

    @Test
    void no_package_holds_more_than_20_files() {
        Map<Path, Long> files = java().stream()
                .filter(file -> !file.endsWith("package-info.java"))
                .collect(
                        Collectors.groupingBy(file -> Objects.requireNonNull(file.getParent()), Collectors.counting()));
        assertThat(files.entrySet().stream()
                        .filter(entry -> entry.getValue() > FILES_IN_A_PACKAGE)
                        .map(Object::toString))
                .isEmpty();
    }

    @Test
    void no_template_is_longer_than_150_lines() {
        assertThat(longer(Sources.below("src/main/jte", ".jte"), 150)).isEmpty();
    }

    @Test
    void no_style_sheet_is_longer_than_250_lines_and_no_script_than_150() {
        assertThat(longer(Sources.below("src/main/resources/web", ".css"), 250)).isEmpty();
        assertThat(longer(Sources.below("src/main/resources/web", ".js"), 150)).isEmpty();
    }

    @Test
    void a_method_one_line_over_and_a_sixth_parameter_are_noticed(@TempDir Path folder) throws IOException {
        Path crooked = folder.resolve("Crooked.java");
        String tall = "    void tall() {\n" + "        tall();\n".repeat(39) + "    }\n";
        String highest = "    void highest() {\n" + "        tall();\n".repeat(38) + "    }\n";
        Files.writeString(crooked, """
                record Crooked(int a, int b, int c, int d, int e, int f) {
                    void wide(int a, int b, int c, int d, int e, int f) {}
                %s%s}
                """.formatted(tall, highest));
        assertThat(JavaShape.tooMuch(List.of(crooked)))
                .containsExactly("Crooked.java#wide takes 6 parameters", "Crooked.java#tall has 41 lines");
        assertThat(longer(List.of(crooked), 80)).hasSize(1);
    }

    private static List<String> longer(List<Path> files, int ceiling) {
        return files.stream()
                .filter(file -> Sources.lines(file) > ceiling)
                .map(file -> file + " has " + Sources.lines(file) + " lines, over " + ceiling)
                .toList();
    }
}
