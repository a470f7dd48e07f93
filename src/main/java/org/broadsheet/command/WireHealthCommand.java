package org.broadsheet.command;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.broadsheet.wire.health.SourceHealth;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code wire health}: how agencies speak. */
@Command(
        name = "health",
        description =
                "Says of each agency when it was heard last, how much came in each of the last 48 hours, and whether it is silent.",
        mixinStandardHelpOptions = true)
final class WireHealthCommand implements Runnable {
    private static final String BARS = "▁▂▃▄▅▆▇█";

    @Spec
    private CommandSpec spec;

    @Mixin
    private Place place = new Place();

    @Override
    public void run() {
        Instant now = Instant.now();
        PrintWriter out = spec.commandLine().getOut();
        try (OpenedPaper paper = NewsroomDoors.open(place.settings("paper"))) {
            for (SourceHealth.Voice voice : paper.door(SourceHealth.class).voices(now)) {
                out.printf(
                        "%-20s %s  %5d in 48 h  last %d min ago%s%n",
                        voice.source(),
                        chart(voice.hourly()),
                        voice.hourly().stream().mapToInt(Integer::intValue).sum(),
                        voice.ago(now).toMinutes(),
                        voice.silentFor()
                                .map(hours -> "  SILENT: something usually comes within " + hours + " h")
                                .orElse(""));
            }
            out.flush();
        }
    }

    /** A bar an hour; a hour without anything is a full stop. */
    static String chart(List<Integer> hourly) {
        int most = hourly.stream().mapToInt(Integer::intValue).max().orElse(0);
        return hourly.stream()
                .map(count ->
                        count == 0 ? "." : String.valueOf(BARS.charAt((count * BARS.length() - 1) / Math.max(1, most))))
                .collect(Collectors.joining());
    }
}
