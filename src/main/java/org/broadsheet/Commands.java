package org.broadsheet;

import java.util.List;
import org.broadsheet.base.cli.CommandTree;
import org.broadsheet.command.PartnerCommand;
import org.broadsheet.command.StoryCommand;
import org.broadsheet.command.WireCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Every command of the program, in the order in which help lists them. A room's command is a public class of that room;
 * none of them touches Spring or the database before it is called, so that the quick ones stay quick.
 */
final class Commands {

    private Commands() {}

    /**
     * What these words ask for. A start of the paper is told of its own command only: picocli reads each by reflection, and
     * reading all of them took a tenth of the time to the first page.
     */
    static CommandLine tree(String... words) {
        String first = words.length == 0 ? "" : words[0];
        return switch (first) {
            case "serve" -> CommandTree.of(new Root(), List.of(new ServeCommand()));
            case "demo" -> CommandTree.of(new Root(), List.of(new DemoCommand()));
            default -> whole();
        };
    }

    private static CommandLine whole() {
        return CommandTree.of(
                new Root(),
                List.of(
                        new ServeCommand(),
                        new DemoCommand(),
                        new WireCommand(),
                        new StoryCommand(),
                        new PartnerCommand(),
                        new StaffCommand(),
                        new SalesCommands.OfPlans(),
                        new SalesCommands.OfVouchers(),
                        new SalesCommands.OfSubscriptions(),
                        new SalesCommands.OfInvoices(),
                        new InstitutionCommands(),
                        new AuditCommand(),
                        new DoctorCommand(),
                        new WarmCommand(),
                        new HelpCommand()));
    }

    @Command(
            name = "broadsheet",
            description = "A self-hosted newspaper.",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            synopsisSubcommandLabel = "COMMAND")
    private static final class Root implements Runnable {

        @Spec
        private CommandSpec spec;

        @Override
        public void run() {
            throw new ParameterException(spec.commandLine(), "which command?");
        }
    }
}
