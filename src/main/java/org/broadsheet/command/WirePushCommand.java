package org.broadsheet.command;

import java.io.PrintWriter;
import java.time.Instant;
import org.broadsheet.base.cli.CommandFailure;
import org.broadsheet.wire.push.Pushers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wire push}: agencies that send by themselves. */
@Command(
        name = "push",
        description = "Lists the agencies that send by themselves, to /wire/push/NAME.",
        mixinStandardHelpOptions = true)
final class WirePushCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Place place = new Place();

    @Override
    public void run() {
        try (OpenedPaper paper = NewsroomDoors.open(place.settings("paper"))) {
            for (Pushers.Pusher pusher : paper.door(Pushers.class).all()) {
                out().printf(
                                "%-20s heard %s  news %s  %s%n",
                                pusher.source(),
                                pusher.heard().map(Instant::toString).orElse("never"),
                                pusher.news().map(Instant::toString).orElse("never"),
                                pusher.refused() == 0 ? "well" : pusher.refused() + " refused since");
            }
            out().flush();
        }
    }

    @Command(
            name = "add",
            description = {
                "Lets an agency send, and prints its secret, once. Said again it makes another secret.",
                "The agency shows it as a bearer token, or signs with it; docs/wire-sources.md says how."
            },
            mixinStandardHelpOptions = true)
    int add(@Mixin Place where, @Parameters(paramLabel = "NAME") String name) {
        try (OpenedPaper paper = NewsroomDoors.open(where.settings("paper"))) {
            String secret = paper.door(Pushers.class).add(name, Instant.now());
            out().printf("%s may send to /wire/push/%s with the secret%n%s%n", name, name, secret);
            out().flush();
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()));
        }
        return 0;
    }

    @Command(
            name = "remove",
            description = "Lets an agency send no more. What it has sent stays.",
            mixinStandardHelpOptions = true)
    int remove(@Mixin Place where, @Parameters(paramLabel = "NAME") String name) {
        try (OpenedPaper paper = NewsroomDoors.open(where.settings("paper"))) {
            if (!paper.door(Pushers.class).remove(name)) {
                throw new CommandFailure("No agency " + name + " sends by itself.", "'wire push' lists those that do.");
            }
            out().printf("%s may send no more.%n", name);
            out().flush();
        }
        return 0;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
