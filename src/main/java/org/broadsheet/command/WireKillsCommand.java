package org.broadsheet.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.broadsheet.base.cli.CommandFailure;
import org.broadsheet.reader.Email;
import org.broadsheet.wire.kill.Kill;
import org.broadsheet.wire.kill.KillLetters;
import org.broadsheet.wire.kill.Kills;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wire kills}: orders to take stories back, and their receipts. */
@Command(
        name = "kills",
        description = "Lists orders to take stories back: those that wait first, then the newest.",
        mixinStandardHelpOptions = true)
final class WireKillsCommand implements Runnable {
    private static final int MOST = 100;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Place place = new Place();

    @Override
    public void run() {
        try (OpenedPaper paper = NewsroomDoors.open(place.settings("paper"))) {
            List<Kill> kills = paper.door(Kills.class).newest(MOST);
            if (kills.isEmpty()) {
                out().println("No story was ever killed.");
            }
            for (Kill kill : kills) {
                out().printf(
                                "%6d  %s  story %d  %-8s %-12s %s  %s%n",
                                kill.number(),
                                kill.received(),
                                kill.story().value(),
                                kill.order().name().toLowerCase(java.util.Locale.ROOT),
                                kill.source().orElse("-"),
                                state(kill),
                                kill.why());
            }
            out().flush();
        }
    }

    private static String state(Kill kill) {
        return kill.decision()
                .map(decision -> decision.refused().isPresent() ? "refused" : "gone " + decision.at())
                .orElse("WAITS until " + kill.acts());
    }

    @Command(
            name = "show",
            description =
                    "Prints the receipt of an order: when it came, who decided, when the story was gone from where.",
            mixinStandardHelpOptions = true)
    int show(@Mixin Place where, @Parameters(paramLabel = "ORDER") long number) {
        try (OpenedPaper paper = NewsroomDoors.open(where.settings("paper"))) {
            out().print(KillLetters.text(receipt(paper, number)));
            out().flush();
        }
        return 0;
    }

    @Command(name = "send", description = "Mails the receipt of an order.", mixinStandardHelpOptions = true)
    int send(
            @Mixin Place where,
            @Parameters(paramLabel = "ORDER") long number,
            @Option(names = "--to", required = true, paramLabel = "EMAIL", description = "The agency's address.")
                    String to) {
        Email address = email(to);
        try (OpenedPaper paper = NewsroomDoors.open(where.settings("paper"))) {
            paper.door(KillLetters.class).sendReceipt(receipt(paper, number), address, Instant.now());
        }
        out().println("The receipt lies in the outbox; the running paper sends it.");
        out().flush();
        return 0;
    }

    @Command(name = "act", description = "Carries out an order that waits.", mixinStandardHelpOptions = true)
    int act(@Mixin Place where, @Parameters(paramLabel = "ORDER") long number) {
        try (OpenedPaper paper = NewsroomDoors.open(where.settings("paper"))) {
            ended(number, paper.door(Kills.class).act(number, WireStoryCommands.OPERATOR, Instant.now()));
        }
        return 0;
    }

    @Command(
            name = "refuse",
            description = "Leaves a story where it is although its agency wants it gone.",
            mixinStandardHelpOptions = true)
    int refuse(
            @Mixin Place where,
            @Parameters(paramLabel = "ORDER") long number,
            @Option(names = "--because", required = true, paramLabel = "TEXT", description = "Why; it is kept.")
                    String why) {
        try (OpenedPaper paper = NewsroomDoors.open(where.settings("paper"))) {
            ended(number, paper.door(Kills.class).refuse(number, why, WireStoryCommands.OPERATOR, Instant.now()));
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()));
        }
        return 0;
    }

    @Command(
            name = "rule",
            description = "Says whether an agency's kills act at once, as they do unless said, or wait for an editor.",
            mixinStandardHelpOptions = true)
    int rule(
            @Mixin Place where,
            @Parameters(paramLabel = "SOURCE") String source,
            @Option(
                            names = "--wait",
                            paramLabel = "SPAN",
                            description = "Wait so long at most, such as 10m or 2h; then they act by themselves.")
                    @Nullable
                    String wait,
            @Option(names = "--at-once", description = "Act at once.") boolean atOnce) {
        if (atOnce == (wait != null)) {
            throw new ParameterException(spec.commandLine(), "expected either --wait or --at-once");
        }
        try (OpenedPaper paper = NewsroomDoors.open(where.settings("paper"))) {
            Optional<Duration> longest = Optional.ofNullable(wait).map(span -> WireCommand.span("--wait", span));
            paper.door(Kills.class).rule(source, longest);
            out().println(longest.map(span ->
                            "Kills of " + source + " wait for an editor, " + span.toMinutes() + " minutes at most.")
                    .orElse("Kills of " + source + " act at once."));
            out().flush();
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()));
        }
        return 0;
    }

    private void ended(long number, Kill.Decided decided) {
        String said = switch (decided) {
            case Kill.Decided.Done(Kill kill) -> "Story " + kill.story().value() + ": " + state(kill) + ".";
            case Kill.Decided.Already(Kill kill) ->
                throw new CommandFailure(
                        "It was decided before: " + state(kill) + ".",
                        "'wire kills show " + number + "' says by whom.");
            case Kill.Decided.NoSuchKill() -> throw none(number);
        };
        out().println(said);
        out().flush();
    }

    private static Kill.Receipt receipt(OpenedPaper paper, long number) {
        return paper.door(Kills.class).receipt(number).orElseThrow(() -> none(number));
    }

    private Email email(String to) {
        return Email.parse(to)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "--to is \"" + to + "\"; expected an address of mail"));
    }

    private static CommandFailure none(long number) {
        return new CommandFailure("There is no order " + number + ".", "'wire kills' lists them.");
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
