package org.broadsheet.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.story.Section;
import org.broadsheet.story.Stories;
import org.broadsheet.story.StoryId;
import org.broadsheet.wire.Wire;
import org.broadsheet.wire.take.SentCopy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands on a data folder of their own. */
class WireUpdatesCommandSqlTest {
    private static final Instant NOON = Instant.parse("2026-11-26T05:00:00Z");
    private static final String SCHOOLS = "Schools in the district stay closed, the governor said.";

    @TempDir
    private static Path data;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine wire =
            new CommandLine(new WireCommand()).setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

    @Test
    void an_item_is_taken_and_printed_and_its_update_shown_and_decided() {
        send(1, "The quake killed 3 people.", SCHOOLS);
        assertThat(run("items")).isZero();
        String items = said();
        assertThat(items).contains("agency", "usable", "Quake");
        String item = items.strip().split(" +")[0];

        assertThat(run("take", item, "--section", "nowhere")).isEqualTo(2);
        assertThat(run("take", item, "--section", "world", "--reach", "nobody")).isEqualTo(2);
        assertThat(run("take", item, "--section", "world")).isZero();
        assertThat(said()).contains("Story 1 is a draft.");
        assertThat(run("take", item, "--section", "world", "--publish")).isZero();
        assertThat(said()).contains("Story 1 was made from it before.");

        assertThat(run("updates")).isZero();
        assertThat(said()).contains("Nothing waits.");
        try (OpenedPaper paper = open()) {
            paper.door(Stories.class).print(new StoryId(1), NOON);
        }
        send(2, "The quake killed 7 people.", SCHOOLS);
        assertThat(run("updates")).isZero();
        assertThat(said()).contains("story 1", "print");
        assertThat(run("updates", "show", "1")).isZero();
        String shown = said();
        assertThat(shown)
                .contains("agency The quake killed 7 people.", SCHOOLS)
                .contains("correction, drafted: An earlier version said “3”; it is “7”.");

        assertThat(run("updates", "decide", "1", "--seen", "nothing")).isEqualTo(2);
        assertThat(run("updates", "decide", "1", "--seen", "99.1", "--print")).isNotZero();
        String correction = "Seven people were killed.";
        assertThat(run("updates", "decide", "1", "--seen", seen(shown), "--correct", correction))
                .isZero();
        assertThat(said()).contains("Done; version 2 of story 1 stands.");
        assertThat(run("updates", "show", "1")).isNotZero();
    }

    private static void send(int version, String... paragraphs) {
        try (OpenedPaper paper = open()) {
            paper.door(Stories.class).section(new Section("world", "World", 1));
            new SentCopy(paper.door(Wire.class), NOON).send("quake", version, "Quake", paragraphs);
        }
    }

    private static OpenedPaper open() {
        return NewsroomDoors.open(Map.of("DATA", data.toString()));
    }

    private static String seen(String shown) {
        Matcher seen = Pattern.compile("--seen ([0-9.]+)").matcher(shown);
        assertThat(seen.find()).isTrue();
        return seen.group(1);
    }

    private int run(String... words) {
        String[] line = java.util.Arrays.copyOf(words, words.length + 2);
        line[words.length] = "--data";
        line[words.length + 1] = data.toString();
        return wire.execute(line);
    }

    private String said() {
        String said = out.toString();
        out.getBuffer().setLength(0);
        return said;
    }
}
