package org.broadsheet.command;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import org.broadsheet.base.cli.CommandFailure;
import org.broadsheet.feed.Partner;
import org.broadsheet.feed.Partners;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code partner}: who has the paper's own stories by contract. */
@Command(
        name = "partner",
        description = "Says who has the paper's own stories by contract, as NewsML-G2, ninjs or RSS.",
        mixinStandardHelpOptions = true)
public final class PartnerCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which: add, list or remove?");
    }

    @Command(name = "list", description = "Lists them, with when they last came.", mixinStandardHelpOptions = true)
    int list(@Mixin Place where) {
        try (OpenedPaper paper = NewsroomDoors.open(where.settings("paper"))) {
            for (Partner partner : paper.door(Partners.class).all()) {
                out().printf(
                                "%-20s %s  bodies %s  asked %s  %d stories%n",
                                partner.name(),
                                partner.sections().isEmpty() ? "all sections" : String.join(",", partner.sections()),
                                partner.bodies() == Partner.Bodies.WHOLE ? "whole" : "open",
                                partner.asked().map(Instant::toString).orElse("never"),
                                partner.stories());
            }
            out().flush();
        }
        return 0;
    }

    @Command(
            name = "add",
            description = {
                "Gives a partner the paper's own stories, and prints its token, once. Said again it makes another token.",
                "docs/syndication.md says how the partner asks."
            },
            mixinStandardHelpOptions = true)
    int add(
            @Mixin Place where,
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--section", split = ",", description = "Of these sections only (slugs).")
                    List<String> sections,
            @Option(names = "--whole", description = "With the text of stories that are not for everyone, too.")
                    boolean whole) {
        Partner.Bodies bodies = whole ? Partner.Bodies.WHOLE : Partner.Bodies.OPEN;
        try (OpenedPaper paper = NewsroomDoors.open(where.settings("paper"))) {
            List<String> asked = sections == null ? List.of() : sections;
            String token = paper.door(Partners.class).add(name, asked, bodies, Instant.now());
            out().printf("%s may ask /syndication/newsml, /ninjs and /rss with the token%n%s%n", name, token);
            out().flush();
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()));
        }
        return 0;
    }

    @Command(name = "remove", description = "Gives a partner nothing more.", mixinStandardHelpOptions = true)
    int remove(@Mixin Place where, @Parameters(paramLabel = "NAME") String name) {
        try (OpenedPaper paper = NewsroomDoors.open(where.settings("paper"))) {
            if (!paper.door(Partners.class).remove(name)) {
                throw new CommandFailure("There is no partner " + name + ".", "'partner list' lists those there are.");
            }
            out().printf("%s gets nothing more.%n", name);
            out().flush();
        }
        return 0;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
