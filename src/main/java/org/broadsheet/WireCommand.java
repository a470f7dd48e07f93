package org.broadsheet;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.broadsheet.wire.Wire;
import org.broadsheet.wire.WireRead;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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
                            description = "Files in any format that docs/wire.md lists, or folders of them.")
                    List<Path> paths,
            @Option(names = "--origins", description = "Says of each field where in the document it stands.")
                    boolean origins) {
        WireRead read = new WireRead(System.out, System.err);
        return (origins ? read.withOrigins() : read).run(paths);
    }

    @Command(
            name = "reread",
            description = {
                "Reads everything that was kept once more, after a reader of a format was mended, whether the paper runs or"
                        + " not.",
                "What is read in another way takes the place of what was read before; nothing is there twice."
            },
            mixinStandardHelpOptions = true)
    int reread(
            @Mixin Place place,
            @Option(names = "--source", paramLabel = "NAME", description = "What this source sent alone.") @Nullable
                    String source) {
        Optional<String> only = Optional.ofNullable(source).map(String::strip);
        if (only.filter(String::isEmpty).isPresent()) {
            throw new ParameterException(spec.commandLine(), "--source is empty; expected the name of a source");
        }
        try (OpenedPaper paper = OpenedPaper.open(place.settings("paper"), new String[] {"org.broadsheet.wire"})) {
            Rereading all = Rereading.of(paper.door(Wire.class), only);
            PrintWriter out = spec.commandLine().getOut();
            out.printf(
                    "%d read, %d changed, %d new, %d gone, %d refused%n",
                    all.read(), all.changed(), all.added(), all.gone(), all.refused());
            out.flush();
        }
        return 0;
    }

    /** Documents that were read and that were refused; items of the former that changed, are new, or are gone. */
    private record Rereading(int read, int changed, int added, int gone, int refused) {
        private static final int AT_ONCE = 100;

        static Rereading of(Wire wire, Optional<String> source) {
            Rereading all = new Rereading(0, 0, 0, 0, 0);
            Wire.Reread some = wire.reread(source, 0, AT_ONCE);
            while (some.documents() > 0) {
                all = all.and(some);
                some = wire.reread(source, some.last(), AT_ONCE);
            }
            return all;
        }

        private Rereading and(Wire.Reread some) {
            return new Rereading(
                    read + some.documents() - some.refused(),
                    changed + some.changed(),
                    added + some.added(),
                    gone + some.gone(),
                    refused + some.refused());
        }
    }
}
