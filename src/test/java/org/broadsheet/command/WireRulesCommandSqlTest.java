package org.broadsheet.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.broadsheet.story.Section;
import org.broadsheet.story.Stories;
import org.broadsheet.wire.Wire;
import org.broadsheet.wire.take.SentCopy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands on a data folder of their own. */
class WireRulesCommandSqlTest {
    @TempDir
    private Path data;

    private final StringWriter out = new StringWriter();
    private final CommandLine wire = new CommandLine(new WireCommand())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(new StringWriter()))
            .setExecutionExceptionHandler((failed, line, parsed) -> 1);

    @Test
    void a_rule_is_added_tried_turned_on_and_makes_stories_of_what_comes() {
        send("before");
        assertThat(run("rules", "add", "--keyword", "quake", "--section", "nowhere"))
                .isEqualTo(2);
        assertThat(run("rules", "add", "--keyword", "quake", "--section", "world", "--do", "burn"))
                .isEqualTo(2);
        assertThat(run(
                        "rules",
                        "add",
                        "--keyword",
                        "quake",
                        "--section",
                        "world",
                        "--topic",
                        "Earth",
                        "--do",
                        "publish"))
                .isZero();
        assertThat(said()).contains("Rule 1 is there, off");
        assertThat(run("rules")).isZero();
        assertThat(said()).contains("off", "with \"quake\": publish in world, Earth, for everyone");
        assertThat(run("rules", "try", "1", "--most", "0")).isEqualTo(2);
        assertThat(run("rules", "try", "1")).isZero();
        assertThat(said()).contains("Quake before", "1 of the newest 1000 items fit.");
        assertThat(run("rules", "on", "1")).isZero();
        send("after");
        assertThat(run("take", Long.toString(2), "--section", "world")).isZero();
        assertThat(said()).contains("was made from it before");
        assertThat(run("rules", "off", "1")).isZero();
        assertThat(run("rules", "remove", "1")).isZero();
        assertThat(run("rules", "on", "1")).isEqualTo(1);
    }

    @Test
    void senders_and_folders_are_added_and_it_is_said_how_agencies_speak() {
        send("heard");
        assertThat(run("push", "add", "No Name")).isEqualTo(2);
        assertThat(run("push", "add", "nord")).isZero();
        assertThat(said()).contains("nord may send to /wire/push/nord with the secret");
        assertThat(run("push")).isZero();
        assertThat(said()).contains("nord", "heard never", "well");
        assertThat(run("push", "remove", "nord")).isZero();
        assertThat(run("push", "remove", "nord")).isEqualTo(1);
        said();
        assertThat(run("health")).isZero();
        assertThat(said()).contains("agency", "1 in 48 h", "█");
        assertThat(run("add", "drop", "--folder", data.resolve("nowhere").toString()))
                .isEqualTo(2);
        assertThat(run("add", "drop")).isEqualTo(2);
        assertThat(run("add", "drop", "--folder", data.toString(), "--every", "10s"))
                .isZero();
    }

    private void send(String guid) {
        try (OpenedPaper paper = NewsroomDoors.open(Map.of("DATA", data.toString()))) {
            paper.door(Stories.class).section(new Section("world", "World", 1));
            new SentCopy(paper.door(Wire.class), Instant.now().minusSeconds(120))
                    .send(guid, 1, "Quake " + guid, "It shook.");
        }
    }

    private int run(String... words) {
        List<String> line = new ArrayList<>(List.of(words));
        line.addAll(List.of("--data", data.toString()));
        return wire.execute(line.toArray(String[]::new));
    }

    private String said() {
        String said = out.toString();
        out.getBuffer().setLength(0);
        return said;
    }
}
