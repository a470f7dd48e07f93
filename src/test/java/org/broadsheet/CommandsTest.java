package org.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class CommandsTest {

    private static final Pattern LISTED = Pattern.compile("(?m)^  ([a-z]+)(?: |$)");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine tree =
            Commands.tree().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

    @Test
    void the_launcher_lists_every_command_of_the_program_and_its_own_two() throws IOException {
        String launcher = Files.readString(Path.of("broadsheet"));
        String list = launcher.substring(launcher.indexOf("<<'HELP'"), launcher.indexOf("\nHELP\n"));
        TreeSet<String> listed = LISTED.matcher(list)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        TreeSet<String> known = tree.getSubcommands().entrySet().stream()
                .filter(command ->
                        !command.getValue().getCommandSpec().usageMessage().hidden())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
        known.addAll(List.of("test", "bench"));
        assertThat(listed).isEqualTo(known);
    }

    @Test
    void the_launcher_hands_every_command_of_the_program_on() throws IOException {
        String launcher = Files.readString(Path.of("broadsheet"));
        String known = launcher.lines()
                .filter(line -> line.endsWith("run_java \"$@\" ;;"))
                .collect(Collectors.joining(" | "));
        assertThat(tree.getSubcommands().keySet().stream().filter(name -> !name.equals("help")))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(known).containsPattern("\\b" + name + "\\b"));
    }

    @Test
    void wrong_usage_is_one_line_and_status_2() {
        for (String[] words : new String[][] {
            {"demo", "--prot", "80"},
            {"demo", "--port", "eighty"},
            {"serve", "--port", "70000"},
            {"serve", "extra"},
            {"help", "sreve"},
            {"wire"},
            {"wire", "read"},
            {"wire", "reread", "--source"},
            {"audit"},
            {"audit", "leaks", "--within", "soon"},
            {"audit", "leaks", "--most", "0"},
            {"audit", "leaks", "--at-once", "-1"},
            {"audit", "leak"},
            {},
        }) {
            err.getBuffer().setLength(0);
            assertThat(tree.execute(words)).isEqualTo(2);
            assertThat(err.toString().lines()).as(String.join(" ", words)).hasSize(1);
            assertThat(err.toString()).startsWith("broadsheet").contains("help");
        }
    }

    @Test
    void a_port_out_of_range_is_named_with_what_was_expected() {
        tree.execute("serve", "--port", "70000");
        assertThat(err.toString()).contains("--port is 70000", "0 to 65535");
    }

    @Test
    void help_explains_one_command() {
        assertThat(tree.execute("help", "demo")).isZero();
        assertThat(out.toString()).contains("Usage: broadsheet demo", "--port", "--data");
    }

    @Test
    void help_explains_every_setting() {
        assertThat(tree.execute("help", "settings")).isZero();
        assertThat(out.toString()).contains("BROADSHEET_PORT (in broadsheet.yaml: port, standard 8080)");
    }
}
