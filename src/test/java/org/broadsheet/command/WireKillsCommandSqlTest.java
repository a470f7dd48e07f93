package org.broadsheet.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.broadsheet.base.Actor;
import org.broadsheet.base.mail.Outbox;
import org.broadsheet.story.InPrint;
import org.broadsheet.story.Section;
import org.broadsheet.story.Stories;
import org.broadsheet.story.StoryId;
import org.broadsheet.wire.Wire;
import org.broadsheet.wire.kill.KillLetters;
import org.broadsheet.wire.take.SentCopy;
import org.broadsheet.wire.take.SentCopy.Status;
import org.broadsheet.wire.take.Takes;
import org.broadsheet.wire.take.Took;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands on a data folder of their own. */
class WireKillsCommandSqlTest {
    private static final Instant NOW = Instant.now();

    @TempDir
    private Path data;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine wire = command(new WireCommand());
    private final CommandLine story = command(new StoryCommand());

    @Test
    void kills_wait_are_refused_or_carried_out_and_leave_a_receipt() {
        assertThat(run(wire, "kills")).isZero();
        assertThat(said()).contains("No story was ever killed.");
        assertThat(run(wire, "kills", "rule", "agency")).isEqualTo(2);
        assertThat(run(wire, "kills", "rule", "agency", "--wait", "30s")).isEqualTo(2);
        assertThat(run(wire, "kills", "rule", "agency", "--wait", "2h")).isZero();
        assertThat(said()).contains("wait for an editor, 120 minutes at most");
        long first = published("one");
        long second = published("two");
        sent("one", 2, Status.CANCELED);
        sent("two", 2, Status.CANCELED);
        assertThat(run(wire, "kills")).isZero();
        assertThat(said()).contains("WAITS until", "canceled");

        assertThat(run(wire, "kills", "refuse", "1", "--because", "We saw it ourselves."))
                .isZero();
        assertThat(said()).contains("Story " + first + ": refused.");
        assertThat(run(wire, "kills", "act", "1")).isEqualTo(1);
        assertThat(run(wire, "kills", "act", "2")).isZero();
        assertThat(said()).contains("Story " + second + ": gone");
        assertThat(run(wire, "kills", "show", "1")).isZero();
        assertThat(said()).contains("Refused: ", "We saw it ourselves.", "by agency");
        assertThat(run(wire, "kills", "show", "99")).isEqualTo(1);
        assertThat(run(wire, "kills", "send", "2", "--to", "nobody")).isEqualTo(2);
        assertThat(run(wire, "kills", "send", "2", "--to", "desk@agency.example"))
                .isZero();
        List<Outbox.Sent> sent = asked(paper -> paper.door(Outbox.class).to("desk@agency.example"));
        assertThat(sent)
                .extracting(Outbox.Sent::subject)
                .singleElement()
                .asString()
                .startsWith("Receipt for the canceled order");
    }

    @Test
    void a_story_is_killed_freed_and_put_under_embargo_by_its_number() {
        long number = published("three");
        String one = Long.toString(number);
        assertThat(run(story, "kill", one, "--because", "A court forbids it.")).isZero();
        assertThat(said()).contains("Story " + one + " is gone");
        assertThat(inPrint(number)).isFalse();
        assertThat(run(story, "free", one)).isZero();
        assertThat(run(story, "free", "77")).isEqualTo(1);
        print(number);
        assertThat(inPrint(number)).isTrue();

        assertThat(run(story, "embargo", one)).isEqualTo(2);
        assertThat(run(story, "embargo", one, "--until", "soon")).isEqualTo(2);
        assertThat(run(story, "embargo", one, "--until", "2099-01-01T06:00")).isZero();
        assertThat(said()).contains("Nobody reads story " + one + " before 2099-01-01T0");
        assertThat(inPrint(number)).isFalse();
        assertThat(run(story, "embargo", one, "--lift")).isZero();
        int due = asked(paper -> paper.door(Stories.class).printDue(Instant.now()));
        assertThat(due).isOne();
        assertThat(inPrint(number)).isTrue();
    }

    private long published(String guid) {
        sent(guid, 1, Status.USABLE);
        Took took = asked(paper -> paper.door(Takes.class)
                .publish(
                        paper.door(Wire.class)
                                .history(SentCopy.SOURCE, guid)
                                .getLast()
                                .id(),
                        SentCopy.PLACE,
                        new Actor("an editor"),
                        NOW));
        return ((Took.Published) took).story().value();
    }

    private void sent(String guid, int version, Status status) {
        asked(paper -> {
            paper.door(Stories.class).section(new Section("world", "World", 1));
            return new SentCopy(paper.door(Wire.class), NOW).send(guid, version, "Quake " + guid, status, "Words.");
        });
    }

    private void print(long number) {
        asked(paper -> paper.door(Stories.class).print(new StoryId(number), NOW));
    }

    private boolean inPrint(long number) {
        return asked(
                paper -> paper.door(InPrint.class).story(new StoryId(number)).isPresent());
    }

    private <T> T asked(Function<OpenedPaper, T> question) {
        try (OpenedPaper paper = NewsroomDoors.open(Map.of("DATA", data.toString()))) {
            assertThat(paper.door(KillLetters.class).tellEditors(NOW)).isBetween(0, 2); // nobody is on the staff
            return question.apply(paper);
        }
    }

    private CommandLine command(Object command) {
        return new CommandLine(command)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .setExecutionExceptionHandler((failed, line, parsed) -> 1);
    }

    private int run(CommandLine command, String... words) {
        List<String> line = new java.util.ArrayList<>(Arrays.asList(words));
        line.addAll(List.of("--data", data.toString()));
        return command.execute(line.toArray(String[]::new));
    }

    private String said() {
        String said = out.toString();
        out.getBuffer().setLength(0);
        return said;
    }
}
