package org.broadsheet;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.broadsheet.command.OpenedPaper;
import org.broadsheet.command.Place;
import org.broadsheet.ops.Doctor;
import org.broadsheet.ops.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "doctor",
        description =
                "Looks at all the paper needs from this machine, and says what to do; status 1 when it would not run.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Place place = new Place();

    @Override
    public Integer call() {
        List<Finding> findings = new Doctor(OpenedPaper.settings(place.settings("paper"))).examine();
        PrintWriter out = spec.commandLine().getOut();
        for (Finding finding : findings) {
            String verdict = finding.verdict().name().toLowerCase(Locale.ROOT);
            out.printf("%-8s %-12s %s%n", verdict, finding.what(), finding.says());
            if (!finding.advice().isEmpty()) {
                out.printf("%-8s %-12s -> %s%n", "", "", finding.advice());
            }
        }
        out.flush();
        return findings.stream().anyMatch(finding -> finding.verdict() == Finding.Verdict.TROUBLE) ? 1 : 0;
    }
}
