package org.broadsheet.command;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.broadsheet.base.cli.CommandFailure;
import org.broadsheet.story.Reach;
import org.broadsheet.story.Topic;
import org.broadsheet.wire.rule.Rule;
import org.broadsheet.wire.rule.Rules;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wire rules}: what becomes of items by themselves. */
@Command(
        name = "rules",
        description = "Lists what becomes of items by themselves; the first rule that is on and fits decides.",
        mixinStandardHelpOptions = true)
final class WireRulesCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Place place = new Place();

    @Override
    public void run() {
        try (OpenedPaper paper = NewsroomDoors.open(place.settings("paper"))) {
            paper.door(Rules.class).all().forEach(kept -> out().println(said(kept)));
            out().flush();
        }
    }

    /** What is said of a new rule. */
    static final class Said {
        @Option(names = "--source", paramLabel = "NAME", description = "Of this agency.")
        private @Nullable String source;

        @Option(names = "--subject", paramLabel = "CODE", description = "About this, such as medtop:15000000 or Sport.")
        private @Nullable String subject;

        @Option(names = "--keyword", paramLabel = "WORDS", description = "With these words in headline or keywords.")
        private @Nullable String keyword;

        @Option(names = "--urgency", paramLabel = "N", description = "At least as urgent; 1 is the most.")
        private @Nullable Integer urgency;

        @Option(names = "--do", paramLabel = "DEED", defaultValue = "draft", description = "draft, publish or leave.")
        private String deed = "draft";

        @Option(names = "--section", required = true, paramLabel = "SLUG", description = "Where it is to stand.")
        private String section = "";

        @Option(names = "--topic", paramLabel = "NAME", description = "With this topic; may be said again.")
        private List<String> topics = List.of();

        @Option(
                names = "--reach",
                paramLabel = "REACH",
                defaultValue = "everyone",
                description = {"Who may read it: everyone, metered or subscribers."})
        private String reach = "everyone";

        Rule rule() {
            List<Topic> named = topics.stream().map(Rules::topic).toList();
            return new Rule(
                    Optional.ofNullable(source),
                    Optional.ofNullable(subject),
                    Optional.ofNullable(keyword),
                    Optional.ofNullable(urgency),
                    new Rule.Deed(Rule.Action.of(deed), section, named, Reach.of(reach)));
        }
    }

    @Command(
            name = "add",
            description =
                    "Adds a rule after the others. It is off until 'on' turns it on; 'try' shows what it would do.",
            mixinStandardHelpOptions = true)
    int add(@Mixin Place where, @Mixin Said said) {
        try (OpenedPaper paper = NewsroomDoors.open(where.settings("paper"))) {
            long number = paper.door(Rules.class).add(said.rule(), Instant.now());
            out().printf("Rule %d is there, off; 'wire rules try %d' shows what it would have done.%n", number, number);
            out().flush();
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()));
        }
        return 0;
    }

    @Command(
            name = "try",
            description = "Shows what a rule would have done with what came lately. Nothing is done.",
            mixinStandardHelpOptions = true)
    int tryOut(
            @Mixin Place where,
            @Parameters(paramLabel = "RULE") long number,
            @Option(names = "--most", defaultValue = "1000", paramLabel = "N", description = "Of so many items.")
                    int most) {
        if (most < 1 || most > 100_000) {
            throw new ParameterException(spec.commandLine(), "--most is " + most + "; expected 1 to 100,000");
        }
        try (OpenedPaper paper = NewsroomDoors.open(where.settings("paper"))) {
            List<Rules.Would> would =
                    paper.door(Rules.class).tryOut(number, most).orElseThrow(() -> none(number));
            for (Rules.Would each : would) {
                out().printf(
                                "%8d  %s  %-12s %s%s%n",
                                each.item().id(),
                                each.item().arrived(),
                                each.item().source(),
                                each.item().item().name(),
                                each.instead()
                                        .map(other -> "  (rule " + other + " is first)")
                                        .orElse(""));
            }
            out().printf("%d of the newest %d items fit.%n", would.size(), most);
            out().flush();
        }
        return 0;
    }

    @Command(name = "on", description = "Turns a rule on.", mixinStandardHelpOptions = true)
    int turnOn(@Mixin Place where, @Parameters(paramLabel = "RULE") long number) {
        return done(where, number, "is on", Rules::turnOn);
    }

    @Command(name = "off", description = "Turns a rule off.", mixinStandardHelpOptions = true)
    int turnOff(@Mixin Place where, @Parameters(paramLabel = "RULE") long number) {
        return done(where, number, "is off", Rules::turnOff);
    }

    @Command(
            name = "remove",
            description = "Removes a rule. Stories that it made stay.",
            mixinStandardHelpOptions = true)
    int remove(@Mixin Place where, @Parameters(paramLabel = "RULE") long number) {
        return done(where, number, "is gone", Rules::remove);
    }

    private interface Deed {
        boolean on(Rules rules, long number);
    }

    private int done(Place where, long number, String said, Deed deed) {
        try (OpenedPaper paper = NewsroomDoors.open(where.settings("paper"))) {
            if (!deed.on(paper.door(Rules.class), number)) {
                throw none(number);
            }
            out().println("Rule " + number + " " + said + ".");
            out().flush();
        }
        return 0;
    }

    private static String said(Rules.Kept kept) {
        Rule rule = kept.rule();
        StringBuilder line = new StringBuilder("%4d  %-3s ".formatted(kept.number(), kept.isOn() ? "on" : "off"));
        rule.source().ifPresent(source -> line.append(" of ").append(source));
        rule.subject().ifPresent(subject -> line.append(" about ").append(subject));
        rule.keyword()
                .ifPresent(keyword -> line.append(" with \"").append(keyword).append('"'));
        rule.urgency()
                .ifPresent(urgency -> line.append(" urgency ").append(urgency).append(" or more"));
        line.append(": ")
                .append(rule.deed().action().word())
                .append(" in ")
                .append(rule.deed().section());
        if (!rule.deed().topics().isEmpty()) {
            line.append(", ")
                    .append(String.join(
                            ", ", rule.deed().topics().stream().map(Topic::name).toList()));
        }
        return line.append(", for ").append(rule.deed().reach().word()).toString();
    }

    private static CommandFailure none(long number) {
        return new CommandFailure("There is no rule " + number + ".", "'wire rules' lists them.");
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
