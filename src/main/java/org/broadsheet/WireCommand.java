package org.broadsheet;

import java.nio.file.Path;
import java.util.List;
import org.broadsheet.wire.WireRead;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "wire",
        description = "What agencies send.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class WireCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command?");
    }

    @Command(
            name = "read",
            description = "Reads wire files and prints one JSON object a line: what each holds, or why it is refused.",
            mixinStandardHelpOptions = true)
    int read(
            @Parameters(
                            arity = "1..*",
                            paramLabel = "FILE|DIR",
                            description = "Files in ninjs, NewsML-G2, RSS or Atom, or folders of them.")
                    List<Path> paths) {
        return WireRead.run(paths, System.out);
    }
}
