package org.broadsheet;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.base.DatabaseUrl;
import org.broadsheet.base.Settings;
import org.broadsheet.base.cli.CommandFailure;
import org.broadsheet.base.cli.Progress;
import org.broadsheet.base.postgres.EmbeddedPostgres;
import org.broadsheet.command.OpenedPaper;
import org.broadsheet.command.Place;
import org.broadsheet.paywall.audit.Leaks;
import org.broadsheet.paywall.audit.Report;
import org.broadsheet.paywall.audit.ReportText;
import org.broadsheet.paywall.audit.Scope;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "audit",
        description = "Looks whether the paper gives away what it sells.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = AuditCommand.LeaksCommand.class)
final class AuditCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command?");
    }

    @Command(
            name = "leaks",
            description = {
                "Reads every public surface of the paper as an anonymous reader, a registered one, robots and holders of bad"
                        + " passes, and looks for runs of eight words of guarded text; status 1 when it finds any.",
                "A paper that runs on the data folder is read where it listens; else it is started for as long as it takes."
            },
            mixinStandardHelpOptions = true)
    static final class LeaksCommand implements Callable<Integer> {

        private static final Pattern SPAN = Pattern.compile("([1-9][0-9]{0,5})(s|m|h)");

        @Spec
        private CommandSpec spec;

        @Mixin
        private Place place = new Place();

        private int most = Scope.MOST;
        private int atOnce = 2;
        private Duration within = Scope.WITHIN;

        @Option(names = "--url", paramLabel = "URL", description = "Where the running paper answers, if elsewhere.")
        private @Nullable URI url;

        @Option(names = "--log", paramLabel = "FILE", description = "A file of the paper's log, to be read too.")
        private @Nullable Path log;

        @Option(
                names = "--save",
                paramLabel = "FILE",
                description = "Writes down all that was sent to anybody but a subscriber.")
        private @Nullable Path save;

        @Option(names = "--json", description = "Prints the report as JSON.")
        private boolean json;

        @Option(names = "--most", paramLabel = "N", description = "The most requests in all; 20000 unless said.")
        void setMost(int most) {
            this.most = atLeastOne("--most", most);
        }

        @Option(names = "--at-once", paramLabel = "N", description = "Requests under way at once; 2 unless said.")
        void setAtOnce(int atOnce) {
            this.atOnce = atLeastOne("--at-once", atOnce);
        }

        @Option(
                names = "--within",
                paramLabel = "TIME",
                description = "The longest, such as 30s or 2h; 10m unless said.")
        void setWithin(String within) {
            Matcher span = SPAN.matcher(within);
            if (!span.matches()) {
                throw new ParameterException(
                        spec.commandLine(), "--within is " + within + "; expected a time such as 30s, 10m or 2h");
            }
            this.within = Duration.parse("PT" + span.group(1) + span.group(2).toUpperCase(Locale.ROOT));
        }

        @Override
        public Integer call() {
            Map<String, String> said = place.settings("paper");
            Settings settings = OpenedPaper.settings(said);
            Optional<DatabaseUrl> theirs = settings.storage().database();
            Optional<DatabaseUrl> running = theirs.or(() -> EmbeddedPostgres.running(settings.data()));
            if (running.isEmpty() && url != null) {
                throw new CommandFailure(
                        "No paper runs on " + settings.data() + ", so that there is nothing to compare " + url
                                + " with.",
                        "Give the data folder of the paper that answers there with --data DIR.");
            }
            return running.isPresent() ? beside(settings, running.get(), theirs.isPresent(), said) : started(said);
        }

        private int beside(Settings settings, DatabaseUrl database, boolean mayBeAlone, Map<String, String> said) {
            URI at = url != null
                    ? url
                    : URI.create("http://localhost:" + settings.server().port() + "/");
            try (BesidePaper paper = BesidePaper.on(database, settings)) {
                Leaks leaks = paper.door(Leaks.class);
                if (leaks.isServedAt(at)) {
                    return look(leaks, at);
                }
            }
            if (mayBeAlone && url == null) {
                return started(said);
            }
            throw new CommandFailure(
                    "A paper runs on " + settings.data() + ", but it does not answer at " + at + ".",
                    "Say where it listens with --port N, or with --url URL.");
        }

        private int started(Map<String, String> said) {
            Map<String, String> alone = new LinkedHashMap<>(said);
            alone.put("PORT", "0");
            alone.put("ADDRESS", "127.0.0.1");
            try (RunningPaper paper = RunningPaper.start(alone)) {
                return look(paper.door(Leaks.class), URI.create(paper.address()));
            }
        }

        private int look(Leaks leaks, URI at) {
            Scope scope = Scope.of(at)
                    .bounded(most, within, atOnce)
                    .with(Optional.ofNullable(log), Optional.ofNullable(save));
            Report report = watched(step -> leaks.look(scope, step));
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                out.println(JsonMapper.builder().build().writeValueAsString(report));
                out.flush();
            } else {
                new ReportText(out).print(report);
            }
            return report.isClean() ? 0 : 1;
        }

        private Report watched(Function<Runnable, Report> work) {
            try (Progress progress = Progress.of("Responses", most)) {
                return work.apply(progress::step);
            } catch (UncheckedIOException unusable) {
                throw new CommandFailure(
                        "A file cannot be used: " + unusable.getMessage(), "Look at --log and --save.", unusable);
            }
        }

        private int atLeastOne(String option, int number) {
            if (number < 1) {
                throw new ParameterException(
                        spec.commandLine(), option + " is " + number + "; expected a number from 1");
            }
            return number;
        }
    }
}
