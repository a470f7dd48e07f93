package org.broadsheet.command;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.base.cli.CommandFailure;
import org.broadsheet.base.html.StoryHtml;
import org.broadsheet.story.StoryId;
import org.broadsheet.wire.merge.Field;
import org.broadsheet.wire.merge.Part;
import org.broadsheet.wire.merge.Side;
import org.broadsheet.wire.update.Update;
import org.broadsheet.wire.update.Updates;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wire updates}: what agencies said anew of copy that stories stand on, and that somebody has to decide. */
@Command(
        name = "updates",
        description = "Lists what agencies said anew of stories in print or edited here; shows and decides it.",
        mixinStandardHelpOptions = true)
final class WireUpdatesCommand implements Runnable {
    private static final Pattern SEEN = Pattern.compile("([0-9]{1,18})\\.([0-9]{1,9})");
    private static final int MOST = 500;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Place place = new Place();

    @Override
    public void run() {
        try (OpenedPaper paper = NewsroomDoors.open(place.settings("paper"))) {
            List<Update> waiting = paper.door(Updates.class).waiting(MOST);
            PrintWriter out = out();
            if (waiting.isEmpty()) {
                out.println("Nothing waits.");
            }
            for (Update update : waiting) {
                out.printf(
                        "story %d  %s  %-12s %-6s %s%n",
                        update.story().value(),
                        update.came(),
                        update.source(),
                        said(update.reason()),
                        update.item().name());
            }
            out.flush();
        }
    }

    @Command(
            name = "show",
            description = "Shows a story with its update: what is settled, and what clashes.",
            mixinStandardHelpOptions = true)
    int show(@Mixin Place where, @Parameters(paramLabel = "STORY") long story) {
        try (OpenedPaper paper = NewsroomDoors.open(where.settings("paper"))) {
            Optional<Update.Look> look = paper.door(Updates.class).look(new StoryId(story));
            print(look.orElseThrow(() -> nothingWaits(story)));
        }
        return 0;
    }

    /** How an update ends. */
    static final class Said {
        @Option(
                names = "--seen",
                required = true,
                paramLabel = "N.N",
                description = "What 'show' said: nothing is done when something else would be decided.")
        private String seen = "";

        @Option(
                names = "--agency",
                split = ",",
                paramLabel = "N",
                description = "Clashes where the agency's words stand.")
        private List<Integer> agency = List.of();

        @Option(
                names = "--both",
                split = ",",
                paramLabel = "N",
                description = "Clashes where both stand, the desk's first.")
        private List<Integer> both = List.of();

        @Option(names = "--print", description = "Put it before readers at once.")
        private boolean print;

        @Option(names = "--correct", paramLabel = "TEXT", description = "Print it, with this correction.")
        private @Nullable String correct;

        Map<Integer, Side> sides() {
            Map<Integer, Side> sides = new HashMap<>();
            agency.forEach(number -> sides.put(number, Side.AGENCY));
            both.forEach(number -> sides.put(number, Side.BOTH));
            return sides;
        }

        Update.Ending ending() {
            if (correct != null) {
                return new Update.Ending.Corrected(correct);
            }
            return print ? new Update.Ending.Printed() : new Update.Ending.Saved();
        }
    }

    @Command(
            name = "decide",
            description =
                    "Brings an update into its story. In a clash the desk's words stand unless something else is said.",
            mixinStandardHelpOptions = true)
    int decide(@Mixin Place where, @Parameters(paramLabel = "STORY") long story, @Mixin Said said) {
        Matcher seen = seen(said.seen);
        Update.Decision decision = new Update.Decision(
                new StoryId(story),
                Long.parseLong(seen.group(1)),
                Integer.parseInt(seen.group(2)),
                said.sides(),
                said.ending());
        try (OpenedPaper paper = NewsroomDoors.open(where.settings("paper"))) {
            ended(story, paper.door(Updates.class).decide(decision, WireStoryCommands.OPERATOR, Instant.now()));
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()));
        }
        return 0;
    }

    @Command(
            name = "dismiss",
            description = "Leaves an update out; the agency's next version is compared with it.",
            mixinStandardHelpOptions = true)
    int dismiss(
            @Mixin Place where,
            @Parameters(paramLabel = "STORY") long story,
            @Option(names = "--seen", required = true, paramLabel = "N.N", description = "What 'show' said.")
                    String said) {
        long number = Long.parseLong(seen(said).group(1));
        try (OpenedPaper paper = NewsroomDoors.open(where.settings("paper"))) {
            ended(story, paper.door(Updates.class).dismiss(new StoryId(story), number, Instant.now()));
        }
        return 0;
    }

    private void ended(long story, Update.Decided decided) {
        String said = switch (decided) {
            case Update.Decided.Done(int version) -> "Done; version " + version + " of story " + story + " stands.";
            case Update.Decided.Already() -> throw nothingWaits(story);
            case Update.Decided.LookAgain() ->
                throw new CommandFailure(
                        "The story or the update has changed since it was shown; nothing was done.",
                        "'wire updates show " + story + "' shows it as it is.");
            case Update.Decided.NotPrinted(var why) ->
                throw new CommandFailure(
                        "It is not printed: " + WireStoryCommands.why(why) + " Nothing was done.",
                        "Decide it without --print and --correct, and change the story first.");
        };
        out().println(said);
        out().flush();
    }

    private void print(Update.Look look) {
        PrintWriter out = out();
        for (Field field : Field.values()) {
            print(look.merged().line(field), field.name().toLowerCase(java.util.Locale.ROOT));
        }
        look.merged().blocks().forEach(part -> print(part, "text"));
        look.note().ifPresent(note -> out.printf("%ncorrection, drafted: %s%n", note));
        out.printf(
                "%nTo decide: wire updates decide %d --seen %d.%d%n",
                look.update().story().value(), look.update().number(), look.version());
        out.flush();
    }

    private void print(Part part, String name) {
        switch (part) {
            case Part.Settled(String text, Side from) -> {
                if (!text.isEmpty()) {
                    out().printf("%-10s %-6s %s%n", name, from == Side.BOTH ? "" : said(from), plain(text));
                }
            }
            case Part.Clash clash -> {
                out().printf("%-10s clash %d%n", name, clash.number());
                out().printf(
                                "    desk:   %s%n",
                                clash.desk().map(WireUpdatesCommand::plain).orElse("(taken out)"));
                clash.base().ifPresent(was -> out().printf("    was:    %s%n", plain(was)));
                out().printf(
                                "    agency: %s%n",
                                clash.agency().map(WireUpdatesCommand::plain).orElse("(taken out)"));
            }
        }
    }

    private Matcher seen(String said) {
        Matcher seen = SEEN.matcher(said);
        if (!seen.matches()) {
            throw new ParameterException(
                    spec.commandLine(), "--seen is \"" + said + "\"; expected what 'show' said, such as 12.3");
        }
        return seen;
    }

    private static String plain(String block) {
        return block.startsWith("<") ? StoryHtml.clean(block).text().strip() : block.replace('\n', ';');
    }

    private static String said(Enum<?> word) {
        return word.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static CommandFailure nothingWaits(long story) {
        return new CommandFailure("No update waits for story " + story + ".", "'wire updates' lists those that do.");
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
