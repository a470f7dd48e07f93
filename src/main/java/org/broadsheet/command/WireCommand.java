package org.broadsheet.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.base.Network;
import org.broadsheet.base.cli.CommandFailure;
import org.broadsheet.base.fetch.Question;
import org.broadsheet.wire.Wire;
import org.broadsheet.wire.WireRead;
import org.broadsheet.wire.source.Source;
import org.broadsheet.wire.source.Sources;
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
        subcommands = {
            WireStoryCommands.Items.class,
            WireStoryCommands.Take.class,
            WireUpdatesCommand.class,
            WireKillsCommand.class,
            WirePushCommand.class,
            WireHealthCommand.class,
            WireRulesCommand.class
        },
        synopsisSubcommandLabel = "COMMAND")
public final class WireCommand implements Runnable {
    private static final Pattern SPAN = Pattern.compile("([1-9][0-9]{0,5})([smh])");
    private static final int LONGEST_SECRET = 4_000;

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
        try (OpenedPaper paper = open(place.settings("paper"))) {
            Rereading all = Rereading.of(paper.door(Wire.class), only);
            out().printf(
                            "%d read, %d changed, %d new, %d gone, %d refused%n",
                            all.read(), all.changed(), all.added(), all.gone(), all.refused());
            out().flush();
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
    /** What is said of a new source. */
    static final class Details {
        @Option(names = "--url", paramLabel = "URL", description = "Where it is asked, by http or https.")
        private @Nullable String url;

        @Option(
                names = "--folder",
                paramLabel = "DIR",
                description = "A folder that the agency's program writes files into, instead of --url.")
        private @Nullable Path folder;

        /** One of both. */
        URI address() {
            if ((url == null) == (folder == null)) {
                throw new IllegalArgumentException("expected either --url or --folder; see also 'wire push'");
            }
            return url != null ? Question.address(url) : Sources.folder(Objects.requireNonNull(folder));
        }

        @Option(
                names = "--every",
                paramLabel = "SPAN",
                description = "How often, such as 30s, 5m or 2h; every 60 seconds unless said.")
        private String every = "60s";

        @Option(
                names = "--allow",
                paramLabel = "NETWORK",
                description =
                        "A private address or network that may be asked for it, such as 10.2.0.0/16; may be said again.")
        private List<String> allow = List.of();

        @Option(
                names = "--authorization",
                paramLabel = "FILE",
                description =
                        "A file that holds what the Authorization header says, such as 'Bearer …'; kept encrypted.")
        private @Nullable Path authorization;
    }

    @Command(
            name = "add",
            description = "Asks an agency's address from now on, as long as the paper runs.",
            mixinStandardHelpOptions = true)
    int add(@Mixin Place place, @Parameters(paramLabel = "NAME") String name, @Mixin Details details) {
        Source source = source(name, details);
        Optional<String> authorization =
                Optional.ofNullable(details.authorization).map(WireCommand::secret);
        try (OpenedPaper paper = open(place.settings("paper"))) {
            paper.door(Sources.class).put(source, authorization, Instant.now());
            out().printf(
                            "%s is asked every %d seconds from now on; './broadsheet wire pull %s' asks it at once.%n",
                            name, source.every().toSeconds(), name);
            out().flush();
        }
        return 0;
    }

    @Command(name = "pull", description = "Asks a source now, and says what came.", mixinStandardHelpOptions = true)
    int pull(@Mixin Place place, @Parameters(paramLabel = "NAME") String name) {
        try (OpenedPaper paper = open(place.settings("paper"))) {
            String said = switch (paper.door(Sources.class).pull(name, Instant.now())) {
                case Sources.Pulled.News(Wire.Progress(int documents, int added, int refused)) ->
                    "New items: %d. Documents: %d, of which %d could not be read.".formatted(added, documents, refused);
                case Sources.Pulled.Nothing _ -> "Nothing new.";
                case Sources.Pulled.Trouble(String why) ->
                    throw new CommandFailure(
                            name + " could not be asked: " + why + ".",
                            "Nothing is lost: it is asked again. './broadsheet wire add' gives it another address.");
                case Sources.Pulled.NoSuchSource _ -> throw unknown(name);
            };
            out().println(said);
            out().flush();
        }
        return 0;
    }

    @Command(
            name = "sources",
            description = "Lists the sources: last answer, last news, what is wrong.",
            mixinStandardHelpOptions = true)
    int sources(@Mixin Place place) {
        try (OpenedPaper paper = open(place.settings("paper"))) {
            for (Sources.Health health : paper.door(Sources.class).all()) {
                out().printf(
                                "%-20s every %d s  answered %s  news %s  %s%n    %s%n",
                                health.source().name(),
                                health.source().every().toSeconds(),
                                health.answered().map(Instant::toString).orElse("never"),
                                health.news().map(Instant::toString).orElse("never"),
                                health.trouble()
                                        .map(why -> health.failures() + " failures: " + why)
                                        .orElse("well"),
                                health.source().address());
            }
            out().flush();
        }
        return 0;
    }

    @Command(
            name = "remove",
            description = "Asks a source no longer. What it has sent stays.",
            mixinStandardHelpOptions = true)
    int remove(@Mixin Place place, @Parameters(paramLabel = "NAME") String name) {
        try (OpenedPaper paper = open(place.settings("paper"))) {
            if (!paper.door(Sources.class).remove(name)) {
                throw unknown(name);
            }
            out().printf("%s is asked no more.%n", name);
            out().flush();
        }
        return 0;
    }

    private Source source(String name, Details details) {
        try {
            URI address = details.address();
            List<Network> besides = details.allow.stream().map(Network::parse).toList();
            return new Source(name, address, span("--every", details.every), besides);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()));
        }
    }

    static Duration span(String option, String said) {
        Matcher span = SPAN.matcher(said);
        if (!span.matches()) {
            throw new IllegalArgumentException(option + " is \"" + said + "\"; expected such as 30s, 5m or 2h");
        }
        return Duration.parse("PT" + span.group(1) + span.group(2).toUpperCase(Locale.ROOT));
    }

    private static String secret(Path file) {
        try {
            String said = Files.readString(file).strip();
            if (said.isEmpty() || said.length() > LONGEST_SECRET || said.lines().count() > 1) {
                throw new CommandFailure(
                        file + " does not hold one line.", "Write into it what the Authorization header says.");
            }
            return said;
        } catch (IOException unreadable) {
            throw new CommandFailure(file + " cannot be read.", "Give a file that holds the header's value.");
        }
    }

    private static CommandFailure unknown(String name) {
        return new CommandFailure("There is no source " + name + ".", "'./broadsheet wire sources' lists them.");
    }

    private static OpenedPaper open(Map<String, String> said) {
        return NewsroomDoors.open(said);
    }

    PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
