package org.broadsheet;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.base.Actor;
import org.broadsheet.base.Settings;
import org.broadsheet.base.cli.CommandFailure;
import org.broadsheet.base.db.ChangeNotices;
import org.broadsheet.base.http.PaperCookies;
import org.broadsheet.command.OpenedPaper;
import org.broadsheet.command.Place;
import org.broadsheet.ops.AuditLog;
import org.broadsheet.reader.Email;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.reader.Role;
import org.broadsheet.reader.Staff;
import org.broadsheet.site.AccountLetterParts;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "staff",
        description = "Who works for the paper; whether it runs or not.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class StaffCommand implements Runnable {

    /** Whoever may run commands on the paper's data. */
    private static final Actor OPERATOR = new Actor("the operator");

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command?");
    }

    @Command(
            name = "add",
            description = "Gives somebody a role, or another one, and a link to sign in with for the first time.",
            mixinStandardHelpOptions = true)
    int add(
            @Mixin Place place,
            @Parameters(paramLabel = "EMAIL", description = "Their address; an account is made where there is none.")
                    String email,
            @Option(
                            names = "--role",
                            required = true,
                            paramLabel = "ROLE",
                            description =
                                    "reporter, editor or publisher: each may do what those before it may, and more.")
                    String role) {
        Email address = address(email);
        Role wanted = role(role);
        Instant now = Instant.now();
        try (OpenedPaper paper = open(place.settings("paper"))) {
            Staff staff = paper.door(Staff.class);
            TransactionTemplate transaction = new TransactionTemplate(paper.door(PlatformTransactionManager.class));
            String said = Optional.ofNullable(transaction.execute(
                            _ -> link(paper, staff.assign(address, wanted, OPERATOR, now), address, wanted, now)))
                    .orElse("");
            out().printf("%s is %s now.%n%s%n", address.address(), wanted.word(), said);
            out().flush();
        }
        return 0;
    }

    @Command(
            name = "invite",
            description =
                    "Gives a member another link to sign in with, and lets them set up a second factor within seven days.",
            mixinStandardHelpOptions = true)
    int invite(
            @Mixin Place place,
            @Parameters(paramLabel = "EMAIL", description = "The member's address.") String email,
            @Option(
                            names = "--anew",
                            description = "Their second factor is lost: take it away and sign them out everywhere.")
                    boolean anew) {
        Email address = address(email);
        Instant now = Instant.now();
        try (OpenedPaper paper = open(place.settings("paper"))) {
            Staff staff = paper.door(Staff.class);
            Staff.Factors factors = anew ? Staff.Factors.GO : Staff.Factors.STAY;
            String said = Optional.ofNullable(new TransactionTemplate(paper.door(PlatformTransactionManager.class))
                            .execute(_ -> staff.invite(address, factors, OPERATOR, now)
                                    .map(reader -> link(
                                            paper,
                                            reader,
                                            address,
                                            staff.role(reader).orElseThrow(),
                                            now))
                                    .orElse("")))
                    .orElse("");
            if (said.isEmpty()) {
                throw nobody(address);
            }
            out().printf("%s may set up a second factor within seven days.%n%s%n", address.address(), said);
            out().flush();
        }
        return 0;
    }

    /** Mails a link, or makes one; what is to be said of it. */
    private static String link(OpenedPaper paper, ReaderId reader, Email address, Role role, Instant now) {
        Staff staff = paper.door(Staff.class);
        Settings settings = paper.door(Settings.class);
        if (settings.mail().server().isPresent()) {
            staff.mailLink(reader, address, role, now);
            return "A link to sign in has been mailed there; it can be used once within a day.";
        }
        return "Sign in by this link, once within a day: " + settings.baseUrl() + "/sign-in/link/"
                + staff.link(reader, now);
    }

    private static CommandFailure nobody(Email address) {
        return new CommandFailure(
                "Nobody of the staff has the address " + address.address() + ".",
                "./broadsheet staff list shows who has.");
    }

    @Command(
            name = "list",
            description = "Lists the members of staff: address, role, since when.",
            mixinStandardHelpOptions = true)
    int list(@Mixin Place place) {
        try (OpenedPaper paper = open(place.settings("paper"))) {
            for (Staff.Member member : paper.door(Staff.class).all()) {
                out().printf(
                                "%-40s %-10s %s%n",
                                member.email(),
                                member.role().word(),
                                member.since().atOffset(ZoneOffset.UTC).toLocalDate());
            }
            out().flush();
        }
        return 0;
    }

    @Command(
            name = "remove",
            description = "Takes a member's role away; the account stays, as a reader's.",
            mixinStandardHelpOptions = true)
    int remove(
            @Mixin Place place, @Parameters(paramLabel = "EMAIL", description = "The member's address.") String email) {
        Email address = address(email);
        try (OpenedPaper paper = open(place.settings("paper"))) {
            if (!paper.door(Staff.class).remove(address, OPERATOR, Instant.now())) {
                throw nobody(address);
            }
            out().printf("%s is staff no more.%n", address.address());
            out().flush();
        }
        return 0;
    }

    private static OpenedPaper open(Map<String, String> said) {
        return OpenedPaper.open(
                said,
                new String[] {"org.broadsheet.reader", "org.broadsheet.base.mail", "org.broadsheet.site.mail"},
                ChangeNotices.class,
                AuditLog.class,
                PaperCookies.class,
                AccountLetterParts.class);
    }

    private Email address(String written) {
        return Email.parse(written)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "EMAIL is \"" + written + "\"; expected an address such as name@paper.example"));
    }

    private Role role(String written) {
        try {
            return Role.of(written);
        } catch (IllegalArgumentException unknown) {
            throw new ParameterException(
                    spec.commandLine(), "--role is \"" + written + "\"; expected reporter, editor or publisher");
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
