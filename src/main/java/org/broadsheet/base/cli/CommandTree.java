package org.broadsheet.base.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Makes one command line of the paper's commands, with one way to refuse (status 2) and one to fail (status 1). */
public final class CommandTree {

    /** How the reader of a message started the program. */
    private static final String LAUNCHER = System.getenv("BROADSHEET_HOME") == null ? "broadsheet" : "./broadsheet";

    private CommandTree() {}

    public static CommandLine of(Object root, List<?> commands) {
        CommandLine tree = new CommandLine(root);
        commands.forEach(tree::addSubcommand);
        return tree.setParameterExceptionHandler((wrong, args) -> refuse(wrong))
                .setExecutionExceptionHandler((thrown, line, parsed) -> fail(thrown, line))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true);
    }

    private static int refuse(ParameterException wrong) {
        CommandLine line = wrong.getCommandLine();
        String name = line.getCommandSpec().qualifiedName();
        String command = name.contains(" ") ? " " + name.substring(name.indexOf(' ') + 1) : "";
        line.getErr()
                .printf(
                        "%s: %s; '%s help%s' says more.%n",
                        name,
                        oneLine(Objects.requireNonNullElse(wrong.getMessage(), "wrong usage")),
                        LAUNCHER,
                        command);
        line.getErr().flush();
        return CommandLine.ExitCode.USAGE;
    }

    private static int fail(Exception thrown, CommandLine line) {
        PrintWriter err = line.getErr();
        CommandFailure.in(thrown)
                .ifPresentOrElse(
                        failure -> err.printf("broadsheet: %s%n  %s%n", failure.getMessage(), failure.advice()),
                        () -> unexpected(thrown, err));
        err.flush();
        return CommandLine.ExitCode.SOFTWARE;
    }

    private static void unexpected(Exception thrown, PrintWriter err) {
        err.printf("broadsheet: something went wrong that should not: %s%n", oneLine(thrown.toString()));
        err.printf("  Please report it with the lines below.%n");
        thrown.printStackTrace(err);
    }

    private static String oneLine(String message) {
        String line = message.strip().replaceAll("\\s*\\R\\s*", " ");
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }
}
