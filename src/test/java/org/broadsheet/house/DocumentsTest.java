package org.broadsheet.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadsheet.base.SettingsTable;
import org.junit.jupiter.api.Test;

/** The documents tell the truth where a test can know it. */
class DocumentsTest {

    private static final Pattern ROOM_ROW = Pattern.compile("(?m)^\\| `([a-z]+)` \\|");
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:|#|mailto:)([^)#]+)");
    private static final Set<String> ROOMS = rooms();

    @Test
    void the_architecture_describes_exactly_the_rooms_that_exist() {
        String text = Sources.text(Path.of("ARCHITECTURE.md"));
        Set<String> described = ROOM_ROW.matcher(text)
                .results()
                .map(row -> row.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(described).isEqualTo(ROOMS);
        String drawing = text.substring(text.indexOf("```"), text.indexOf("```", text.indexOf("```") + 3));
        assertThat(ROOMS).allSatisfy(room -> assertThat(drawing).containsPattern("\\b" + room + "\\b"));
    }

    @Test
    void the_changelog_names_every_room() {
        String text = Sources.text(Path.of("CHANGELOG.md"));
        assertThat(ROOMS).isNotEmpty().allSatisfy(room -> assertThat(text).contains("`" + room + "`"));
    }

    @Test
    void the_operators_guide_has_the_table_that_the_settings_declare() {
        String guide = Sources.text(Path.of("docs/operators.md"));
        String table = guide.substring(
                guide.indexOf("<!-- settings -->") + "<!-- settings -->".length(), guide.indexOf("<!-- /settings -->"));
        assertThat(table.strip()).isEqualTo(SettingsTable.markdown().strip());
    }

    @Test
    void links_between_documents_lead_somewhere() {
        List<String> broken = documents()
                .flatMap(document -> LINK.matcher(Sources.text(document))
                        .results()
                        .map(link -> document.resolveSibling(link.group(1)))
                        .filter(target -> !Files.exists(target))
                        .map(target -> document + " -> " + target))
                .toList();
        assertThat(broken).isEmpty();
        assertThat(LINK.matcher("[a](no/such.md#part)").results().map(link -> link.group(1)))
                .containsExactly("no/such.md");
    }

    @Test
    void decisions_are_numbered_once_each_and_fit_on_a_page() {
        List<Path> decisions = Sources.below("docs/rationale", ".md");
        assertThat(decisions.stream().map(file -> file.getFileName().toString().substring(0, 4)))
                .isNotEmpty()
                .doesNotHaveDuplicates();
        assertThat(decisions).allSatisfy(file -> {
            String number = file.getFileName().toString().substring(0, 4);
            assertThat(Sources.text(file))
                    .startsWith("# " + Integer.parseInt(number) + ". ")
                    .contains("**Price.**");
            assertThat(Sources.text(file).split("\\s+").length).isLessThan(600);
        });
    }

    private static Stream<Path> documents() {
        return Stream.concat(
                Stream.of("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md")
                        .map(Path::of),
                Sources.below("docs", ".md").stream());
    }

    private static Set<String> rooms() {
        Set<String> rooms = Rooms.present(Rooms.mainClasses());
        rooms.remove("demo");
        rooms.remove("command");
        return rooms;
    }
}
