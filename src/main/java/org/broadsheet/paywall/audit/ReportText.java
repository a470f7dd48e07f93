package org.broadsheet.paywall.audit;

import java.io.PrintWriter;
import java.util.Locale;

/** The report for people. */
public final class ReportText {
    private static final int MOST_SAID = 20;

    private final PrintWriter out;

    public ReportText(PrintWriter out) {
        this.out = out;
    }

    public void print(Report report) {
        Report.Compared compared = report.compared();
        out.printf(
                Locale.ROOT,
                "Compared with %,d runs of eight words from %,d guarded stories (of %,d in print).%n%n",
                compared.runs(),
                compared.guarded(),
                compared.stories());
        surfaces(report);
        leaks(report);
        said(report);
        report.silent().forEach(silent -> out.printf("No answer: %s%n", silent));
        if (report.left() > 0) {
            out.printf(
                    Locale.ROOT,
                    "A bound was reached: %,d known addresses were not read (--most, --within).%n",
                    report.left());
        }
        out.println(
                report.isClean()
                        ? "No leak found."
                        : report.leaks().size() + (report.leaks().size() == 1 ? " leak found." : " leaks found."));
        out.flush();
    }

    private void surfaces(Report report) {
        out.printf(
                "%-10s %-28s %9s %10s %11s %7s %6s%n",
                "surface", "read as", "responses", "KB", "runs", "metered", "leaks");
        for (Report.Row row : report.surfaces()) {
            out.printf(
                    Locale.ROOT,
                    "%-10s %-28s %,9d %,10d %,11d %,7d %,6d%n",
                    row.kind(),
                    row.reader(),
                    row.responses(),
                    (row.bytes() + 1023) / 1024,
                    row.runs(),
                    row.opened(),
                    row.leaks());
        }
        out.printf(Locale.ROOT, "%n%,d responses in %.1f s.%n", report.responses(), (double) report.millis() / 1000);
    }

    private void leaks(Report report) {
        for (Report.Leak leak : report.leaks()) {
            out.printf(
                    Locale.ROOT,
                    "LEAK  %s %s%n      sent to: %s (%s)%n      text of: %s%n      %,d runs, such as %s%s%n",
                    leak.kind(),
                    leak.address(),
                    leak.reader(),
                    leak.why(),
                    leak.story(),
                    leak.runs(),
                    leak.excerpt(),
                    leak.ways().isEmpty() ? "" : ", asked for: " + String.join(", ", leak.ways()));
        }
    }

    private void said(Report report) {
        out.printf(
                Locale.ROOT,
                "%,d runs that were seen are no leak: they stand in what is open too (headlines, standfirsts, captions, beginnings, stories for everyone).%n",
                report.takenOut());
        if (!report.said().isEmpty()) {
            out.printf(
                    Locale.ROOT,
                    "%,d times the paper itself says a piece of a guarded part openly:%n",
                    report.said().size());
            report.said().stream()
                    .limit(MOST_SAID)
                    .forEach(said ->
                            out.printf(Locale.ROOT, "  %s of %s: %,d runs%n", said.place(), said.story(), said.runs()));
        }
    }
}
