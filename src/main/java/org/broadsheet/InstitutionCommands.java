package org.broadsheet;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.broadsheet.base.Network;
import org.broadsheet.base.Settings;
import org.broadsheet.base.cli.CommandFailure;
import org.broadsheet.command.OpenedPaper;
import org.broadsheet.command.Place;
import org.broadsheet.plan.Institutions;
import org.broadsheet.plan.Institutions.Institution;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Libraries and universities, on whose networks every story is open. */
@Command(
        name = "institution",
        description = "Libraries and universities, on whose networks every story is open.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class InstitutionCommands extends SalesCommands.Group {

    @Command(
            name = "add",
            description = "Opens every story on an institution's networks, or gives it other networks and another end.",
            mixinStandardHelpOptions = true)
    int add(
            @Mixin Place place,
            @Parameters(paramLabel = "NAME", description = "What its readers are shown.") String name,
            @Option(
                            names = "--network",
                            required = true,
                            split = ",",
                            paramLabel = "NETWORK",
                            description = "Such as 198.51.100.0/24; several with commas between.")
                    List<String> networks,
            @Option(names = "--until", required = true, paramLabel = "DAY", description = "Its last day.")
                    String until) {
        refusing(() -> {
            try (OpenedPaper paper = SalesCommands.open(place.settings("paper"))) {
                Instant now = Instant.now();
                Instant end = endOf(until, paper.door(Settings.class).zone(), "--until");
                List<Network> ranges = networks.stream().map(Network::parse).toList();
                paper.door(Institutions.class)
                        .admit(new Institution(name, ranges, now, end), SalesCommands.OPERATOR, now);
                say("%s reads every story on %s until the end of %s.", name, String.join(", ", networks), until);
            }
        });
        return 0;
    }

    @Command(
            name = "end",
            description = "Ends an institution's access, on every node at once.",
            mixinStandardHelpOptions = true)
    int end(
            @Mixin Place place,
            @Parameters(paramLabel = "NAME", description = "As 'institution list' shows it.") String name,
            @Option(names = "--why", paramLabel = "WORDS", description = "For the audit log.") @Nullable String why) {
        try (OpenedPaper paper = SalesCommands.open(place.settings("paper"))) {
            String reason = Optional.ofNullable(why).orElse("");
            if (!paper.door(Institutions.class).end(name, reason, SalesCommands.OPERATOR, Instant.now())) {
                throw new CommandFailure(
                        "No institution \"" + name + "\" reads here.", "'institution list' shows those that do.");
            }
            say("%s reads no longer.", name);
        }
        return 0;
    }

    @Command(name = "list", description = "All of them, with their networks.", mixinStandardHelpOptions = true)
    int list(@Mixin Place place) {
        try (OpenedPaper paper = SalesCommands.open(place.settings("paper"))) {
            paper.door(Institutions.class)
                    .all()
                    .forEach(each -> say(
                            "%s  %s  until %s",
                            each.name(),
                            String.join(
                                    ", ",
                                    each.networks().stream()
                                            .map(Network::toString)
                                            .toList()),
                            each.until()));
        }
        return 0;
    }
}
