package org.broadsheet;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "demo",
        description = "Runs the sample paper kept in var/demo, made at the first start, until Ctrl-C or a stop signal.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    @Mixin
    private Place place = new Place();

    @Override
    public Integer call() throws InterruptedException {
        try (RunningPaper paper = RunningPaper.start(place.settings("demo"), "demo")) {
            System.err.println("The sample paper is at " + paper.address() + " (Ctrl-C stops it).");
            return paper.stay();
        }
    }
}
