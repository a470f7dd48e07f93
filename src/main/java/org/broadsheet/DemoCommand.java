package org.broadsheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.broadsheet.base.cli.CommandFailure;
import org.broadsheet.demo.FirstStart;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "demo",
        description = "Runs the sample paper kept in var/demo, made at the first start, until Ctrl-C or a stop signal.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    private static final String SETTINGS = """
            # The sample paper. `broadsheet help settings` lists what else can be set here.
            name: The Public Record
            motto: Public services and the technology behind them.
            zone: Asia/Jakarta
            """;

    @Mixin
    private Place place = new Place();

    @Override
    public Integer call() throws InterruptedException {
        Map<String, String> said = place.settings("demo");
        nameThePaper(Path.of(said.getOrDefault("DATA", System.getenv().getOrDefault("BROADSHEET_DATA", "var"))));
        try (RunningPaper paper = RunningPaper.start(said)) {
            paper.door(FirstStart.class).complete();
            System.err.println("The sample paper is at " + paper.address() + " (Ctrl-C stops it).");
            return paper.stay();
        }
    }

    /** In the paper's own file of settings, where whoever tries it out can change them. */
    private static void nameThePaper(Path data) {
        Path file = data.resolve("broadsheet.yaml");
        if (Files.exists(file)) {
            return;
        }
        try {
            Files.createDirectories(data);
            Files.writeString(file, SETTINGS);
        } catch (IOException unwritable) {
            throw new CommandFailure(
                    file + " cannot be written.", "Give a folder that may be written to with --data DIR.", unwritable);
        }
    }
}
