package org.broadsheet.command;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import org.broadsheet.base.Actor;
import org.broadsheet.base.Language;
import org.broadsheet.base.cli.CommandFailure;
import org.broadsheet.story.Printed;
import org.broadsheet.story.Reach;
import org.broadsheet.wire.Wire;
import org.broadsheet.wire.WireStories;
import org.broadsheet.wire.item.WireItem;
import org.broadsheet.wire.take.Takes;
import org.broadsheet.wire.take.Took;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wire items} and {@code wire take}: what the wire holds, and how it becomes a story. */
final class WireStoryCommands {
    /** Who does it, as the versions say. */
    static final Actor OPERATOR = new Actor("the command line");

    private WireStoryCommands() {}

    @Command(
            name = "items",
            description = "Lists the newest items of the wire, each with the number that 'take' wants.",
            mixinStandardHelpOptions = true)
    static final class Items implements Runnable {
        @Spec
        private CommandSpec spec;

        @Mixin
        private Place place = new Place();

        @Option(
                names = "--most",
                paramLabel = "N",
                defaultValue = "20",
                description = "So many at most; 20 unless said.")
        private int most;

        @Override
        public void run() {
            if (most < 1 || most > 1_000) {
                throw new ParameterException(spec.commandLine(), "--most is " + most + "; expected 1 to 1,000");
            }
            PrintWriter out = spec.commandLine().getOut();
            try (OpenedPaper paper = NewsroomDoors.open(place.settings("paper"))) {
                for (Wire.Kept kept : paper.door(Wire.class).latest(most)) {
                    WireItem item = kept.item();
                    out.printf(
                            "%8d  %s  %-12s %-8s %s%n",
                            kept.id(),
                            kept.arrived(),
                            kept.source(),
                            item.status().word(),
                            item.name());
                }
                out.flush();
            }
        }
    }

    @Command(
            name = "take",
            description = "Makes a story of an item, as a draft or before readers.",
            mixinStandardHelpOptions = true)
    static final class Take implements Runnable {
        @Spec
        private CommandSpec spec;

        @Mixin
        private Place place = new Place();

        @Parameters(paramLabel = "ITEM", description = "The item's number; 'wire items' lists them.")
        private long item;

        @Option(names = "--section", required = true, paramLabel = "SLUG", description = "Where it is to stand.")
        private String section = "";

        @Option(
                names = "--reach",
                paramLabel = "REACH",
                defaultValue = "everyone",
                description = {"Who may read it: everyone, metered or subscribers."})
        private String reach = "everyone";

        @Option(names = "--publish", description = "Before readers at once.")
        private boolean publish;

        @Override
        public void run() {
            WireStories.Place where = where();
            try (OpenedPaper paper = NewsroomDoors.open(place.settings("paper"))) {
                Takes takes = paper.door(Takes.class);
                Instant now = Instant.now();
                Took took =
                        publish ? takes.publish(item, where, OPERATOR, now) : takes.take(item, where, OPERATOR, now);
                PrintWriter out = spec.commandLine().getOut();
                out.println(said(took));
                out.flush();
            } catch (IllegalArgumentException wrong) {
                throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()));
            }
        }

        private WireStories.Place where() {
            try {
                return new WireStories.Place(section, List.of(), Reach.of(reach), Language.ENGLISH);
            } catch (IllegalArgumentException wrong) {
                throw new ParameterException(
                        spec.commandLine(), "--reach is \"" + reach + "\"; expected everyone, metered or subscribers");
            }
        }

        private String said(Took took) {
            return switch (took) {
                case Took.Made(var story) -> "Story " + story.value() + " is a draft.";
                case Took.Published(var story, var address) ->
                    "Story " + story.value() + " is in print at " + address.path() + ".";
                case Took.Waiting(var story, Printed why) ->
                    throw new CommandFailure(
                            "Story " + story.value() + " is a draft, and not printed: " + why(why),
                            "Change it, and print it then.");
                case Took.Already(var story) -> "Story " + story.value() + " was made from it before.";
                case Took.NoSuchItem() ->
                    throw new CommandFailure("There is no item " + item + ".", "'wire items' lists them.");
                case Took.NotAllowed(var status) ->
                    throw new CommandFailure(
                            "The sender does not allow it: the item is " + status.word() + ".",
                            "Ask the agency if that is a mistake; a later version that is usable can be taken.");
                case Took.Embargoed(var story, Instant until) ->
                    "Story " + story.value() + " is under embargo; it goes into print by itself at " + until + ".";
                case Took.NoText() ->
                    throw new CommandFailure("There is nothing to read in it.", "Choose an item that holds text.");
            };
        }
    }

    static String why(Printed outcome) {
        return switch (outcome) {
            case Printed.NotYet(List<String> missing) -> "it has no " + String.join(", no ", missing) + ".";
            case Printed.Held(List<String> objections) -> String.join(" ", objections);
            case Printed.WrongState(var state) -> "it is " + state.word() + ".";
            case Printed.Waiting(var state) -> "it is " + state.word() + ".";
            case Printed.NoSuchStory() -> "there is no such story.";
            case Printed.Done(var address) -> "it stands at " + address.path() + ".";
        };
    }
}
