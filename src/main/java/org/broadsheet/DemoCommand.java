package org.broadsheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.broadsheet.base.cli.CommandFailure;
import org.broadsheet.command.Place;
import org.broadsheet.demo.FirstStart;
import org.broadsheet.demo.SamplePeople;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "demo",
        description = "Runs the sample paper kept in var/demo, made at the first start, until Ctrl-C or a stop signal.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    private static final String MARK = "# The sample paper.";

    private static final String SETTINGS = MARK + """
             `broadsheet help settings` lists what else can be set here.
            name: The Public Record
            motto: Public services and the technology behind them.
            zone: Asia/Jakarta
            """;

    @Mixin
    private Place place = new Place();

    @Override
    public Integer call() throws InterruptedException {
        Map<String, String> said = place.settings("demo");
        Path data = Path.of(said.getOrDefault("DATA", System.getenv().getOrDefault("BROADSHEET_DATA", "var")));
        refuseAnotherPaper(data);
        nameThePaper(data);
        try (RunningPaper paper = RunningPaper.start(said)) {
            paper.door(FirstStart.class).complete();
            paper.door(SamplePeople.class).complete();
            System.err.println("Accounts, all with the password " + SamplePeople.PASSWORD + ":");
            SamplePeople.accounts().forEach(line -> System.err.println("  " + line));
            System.err.println("The sample paper is at " + paper.address() + " (Ctrl-C stops it).");
            return paper.stay();
        }
    }

    /** The sample's stories and its accounts with a known password are not for somebody's real paper. */
    static void refuseAnotherPaper(Path data) {
        Path file = data.resolve("broadsheet.yaml");
        try {
            boolean ours = Files.exists(file) && Files.readString(file).startsWith(MARK);
            if (!ours && Files.isDirectory(data.resolve("postgres"))) {
                throw new CommandFailure(
                        data + " holds a paper that is not the sample.",
                        "Choose another folder with --data DIR, or run that paper with 'serve --data " + data + "'.");
            }
        } catch (IOException unreadable) {
            throw new CommandFailure(
                    file + " cannot be read.", "Give a folder of your own with --data DIR.", unreadable);
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
