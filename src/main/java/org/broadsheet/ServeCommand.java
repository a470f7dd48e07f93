package org.broadsheet;

import java.util.concurrent.Callable;
import org.broadsheet.command.Place;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "serve",
        description = "Runs the paper kept in var/paper, until Ctrl-C or a stop signal.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    @Mixin
    private Place place = new Place();

    @Override
    public Integer call() throws InterruptedException {
        try (RunningPaper paper = RunningPaper.start(place.settings("paper"))) {
            System.err.println("The paper is at " + paper.address() + " (Ctrl-C stops it).");
            return paper.stay();
        }
    }
}
