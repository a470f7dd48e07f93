package org.broadsheet.command;

import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.broadsheet.base.Settings;
import org.broadsheet.base.cli.CommandFailure;
import org.broadsheet.story.Printed;
import org.broadsheet.story.StoryId;
import org.broadsheet.story.rule.LocalMoment;
import org.broadsheet.story.rule.PrintRules;
import org.broadsheet.wire.kill.Kill;
import org.broadsheet.wire.kill.Kills;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code story}: what may not be read, or not yet. */
@Command(
        name = "story",
        description = "Takes stories back for good, and keeps them under embargo.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class StoryCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command?");
    }

    @Command(
            name = "kill",
            description = "Takes a story from its readers everywhere, and lets nobody print it again.",
            mixinStandardHelpOptions = true)
    int kill(
            @Mixin Place place,
            @Parameters(paramLabel = "STORY") long story,
            @Option(
                            names = "--because",
                            required = true,
                            paramLabel = "TEXT",
                            description = "Why, for the newsroom; readers are told that the newsroom took it back.")
                    String why) {
        try (OpenedPaper paper = NewsroomDoors.open(place.settings("paper"))) {
            Kill kill =
                    paper.door(Kills.class).order(new StoryId(story), why, WireStoryCommands.OPERATOR, Instant.now());
            say("Story " + story + " is gone; 'wire kills show " + kill.number() + "' prints the receipt.");
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()));
        }
        return 0;
    }

    @Command(
            name = "free",
            description = "Lets a killed story be printed again. It is not printed by this.",
            mixinStandardHelpOptions = true)
    int free(@Mixin Place place, @Parameters(paramLabel = "STORY") long story) {
        try (OpenedPaper paper = NewsroomDoors.open(place.settings("paper"))) {
            found(story, paper.door(PrintRules.class).unbar(new StoryId(story)));
            say("Story " + story + " may be printed again.");
        }
        return 0;
    }

    @Command(
            name = "embargo",
            description = "Lets nobody read a story before a moment; one in print goes until then.",
            mixinStandardHelpOptions = true)
    int embargo(
            @Mixin Place place,
            @Parameters(paramLabel = "STORY") long story,
            @Option(
                            names = "--until",
                            paramLabel = "TIME",
                            description =
                                    "In the paper's zone, such as 2026-10-25T06:00, or with an offset, such as 2026-10-25T06:00:00Z.")
                    @Nullable
                    String until,
            @Option(names = "--lift", description = "Lift it; what waited for its end is printed.") boolean lift) {
        if (lift == (until != null)) {
            throw new ParameterException(spec.commandLine(), "expected either --until or --lift");
        }
        try (OpenedPaper paper = NewsroomDoors.open(place.settings("paper"))) {
            Optional<Instant> end = Optional.ofNullable(until).map(said -> moment(said, paper.door(Settings.class)));
            Printed outcome = paper.door(PrintRules.class).embargo(new StoryId(story), end, Instant.now());
            found(story, outcome);
            say(end.map(moment -> "Nobody reads story " + story + " before " + moment + ".")
                    .orElse("Story " + story + " is under no embargo."));
        }
        return 0;
    }

    private Instant moment(String said, Settings settings) {
        try {
            return said.matches(".*(Z|[+-][0-9]{2}:?[0-9]{2})$") && said.contains("T")
                    ? java.time.OffsetDateTime.parse(said).toInstant()
                    : LocalMoment.of(LocalDateTime.parse(said), settings.zone());
        } catch (DateTimeException notATime) {
            throw new ParameterException(
                    spec.commandLine(), "--until is \"" + said + "\"; expected such as 2026-10-25T06:00");
        }
    }

    private static void found(long story, Printed outcome) {
        if (outcome instanceof Printed.NoSuchStory) {
            throw new CommandFailure("There is no story " + story + ".", "Give the number that 'wire take' said.");
        }
    }

    private void say(String words) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(words);
        out.flush();
    }
}
