package org.broadsheet;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import org.broadsheet.base.SettingsTable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "help", description = "Lists the commands, or says what one of them takes.")
final class HelpCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "COMMAND",
            arity = "0..*",
            description = "The command to explain, such as 'demo'; 'settings' explains every setting.")
    private String[] words = {};

    @Override
    public void run() {
        CommandLine asked = spec.commandLine().getParent();
        List<String> names = Arrays.asList(words);
        if (names.equals(List.of("settings"))) {
            settings(asked.getOut());
            return;
        }
        for (String name : names) {
            CommandLine below = asked.getSubcommands().get(name);
            if (below == null) {
                throw new ParameterException(
                        spec.commandLine(), "there is no command '" + String.join(" ", names) + "' to explain");
            }
            asked = below;
        }
        asked.usage(asked.getOut());
    }

    private static void settings(PrintWriter out) {
        for (SettingsTable.Row row : SettingsTable.rows()) {
            String standard = row.standard().isEmpty() ? "" : ", standard " + row.standard();
            out.printf("%s (in broadsheet.yaml: %s%s)%n    %s%n", row.variable(), row.key(), standard, row.says());
        }
        out.flush();
    }
}
