package org.broadsheet;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
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
import org.broadsheet.plan.Institutions;
import org.broadsheet.plan.Invoices;
import org.broadsheet.plan.Money;
import org.broadsheet.plan.Plan;
import org.broadsheet.plan.Plans;
import org.broadsheet.plan.Presents;
import org.broadsheet.plan.Subscriptions;
import org.broadsheet.plan.Vouchers;
import org.broadsheet.reader.Accounts;
import org.broadsheet.reader.Email;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.site.AccountLetterParts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What publishers do about sales on the command line, whether the paper runs or not. */
final class SalesCommands {
    static final Actor OPERATOR = new Actor("the operator");

    private SalesCommands() {}

    static OpenedPaper open(Map<String, String> said) {
        return OpenedPaper.open(
                said,
                new String[] {
                    "org.broadsheet.reader",
                    "org.broadsheet.base.mail",
                    "org.broadsheet.site.mail",
                    "org.broadsheet.plan.book"
                },
                ChangeNotices.class,
                PaperCookies.class,
                AccountLetterParts.class,
                AuditLog.class,
                Plans.class,
                Subscriptions.class,
                Vouchers.class,
                Presents.class,
                Invoices.class,
                Institutions.class);
    }

    abstract static class Group implements Runnable {
        @Spec
        CommandSpec spec;

        @Override
        public void run() {
            throw new ParameterException(spec.commandLine(), "which command?");
        }

        void say(String line, Object... facts) {
            spec.commandLine().getOut().printf(line + "%n", facts);
            spec.commandLine().getOut().flush();
        }

        /** The end of that day in the paper's zone. */
        Instant endOf(String day, ZoneId zone, String option) {
            try {
                return LocalDate.parse(day).plusDays(1).atStartOfDay(zone).toInstant();
            } catch (DateTimeParseException notADay) {
                throw new ParameterException(
                        spec.commandLine(), option + " is \"" + day + "\"; expected a day such as 2027-01-31", notADay);
            }
        }

        /** What the paper itself refuses is wrong usage, with its own words. */
        void refusing(Runnable work) {
            try {
                work.run();
            } catch (IllegalArgumentException refused) {
                throw new ParameterException(
                        spec.commandLine(),
                        Optional.ofNullable(refused.getMessage()).orElse("that is not possible"),
                        refused);
            }
        }
    }

    @Command(
            name = "plan",
            description = "What is sold.",
            mixinStandardHelpOptions = true,
            synopsisSubcommandLabel = "COMMAND")
    static final class OfPlans extends Group {
        /** A plan as options say it. */
        static final class Terms {
            @Option(names = "--name", required = true, paramLabel = "NAME", description = "What readers call it.")
            private String name = "";

            @Option(
                    names = "--price",
                    required = true,
                    paramLabel = "AMOUNT",
                    description = "What one interval costs, such as 49000 or 4.99.")
            private String price = "";

            @Option(names = "--currency", paramLabel = "CODE", description = "Of ISO 4217; IDR unless said.")
            private String currency = "IDR";

            @Option(names = "--every", paramLabel = "INTERVAL", description = "month (unless said) or year.")
            private String every = "month";

            @Option(
                    names = "--gifts",
                    required = true,
                    paramLabel = "N",
                    description = "Stories to give away each month: 3 to 5.")
            private int gifts;

            @Option(names = "--trial", paramLabel = "DAYS", description = "Free days at the beginning.")
            private int trial;

            @Option(names = "--seats", paramLabel = "N", description = "People who read by one subscription.")
            private int seats = 1;

            @Option(names = "--place", paramLabel = "N", description = "Its order among the others.")
            private int place;

            @Option(names = "--off", description = "Not to be had any more; who has it keeps it.")
            private boolean off;

            Plan plan(String slug) {
                return Plan.of(slug, name, Money.of(price, currency), Plan.Interval.of(every), gifts)
                        .withTrial(trial)
                        .withSeats(seats)
                        .at(place)
                        .onSale(off ? Plan.Sale.OFF : Plan.Sale.ON);
            }
        }

        @Command(
                name = "offer",
                description = "Adds a plan, or gives it other terms; who has it keeps the price that was agreed.",
                mixinStandardHelpOptions = true)
        int offer(
                @Mixin Place place,
                @Parameters(paramLabel = "SLUG", description = "Names it in addresses, such as reader-yearly.")
                        String slug,
                @Mixin Terms terms) {
            refusing(() -> {
                Plan plan = terms.plan(slug);
                try (OpenedPaper paper = open(place.settings("paper"))) {
                    paper.door(Plans.class).offer(plan);
                }
                say("%s costs %s a %s.", slug, plan.price(), plan.every().word());
            });
            return 0;
        }
    }

    @Command(
            name = "voucher",
            description = "Codes that are good for months of a plan.",
            mixinStandardHelpOptions = true,
            synopsisSubcommandLabel = "COMMAND")
    static final class OfVouchers extends Group {
        @Command(
                name = "make",
                description = "Makes a code and prints it: this once, since only its hash is kept.",
                mixinStandardHelpOptions = true)
        int make(
                @Mixin Place place,
                @Option(names = "--plan", required = true, paramLabel = "SLUG", description = "Of which plan.")
                        String plan,
                @Option(names = "--months", required = true, paramLabel = "N", description = "How many months.")
                        int months,
                @Option(names = "--times", paramLabel = "N", description = "For how many readers; one unless said.")
                        @Nullable
                        Integer times,
                @Option(names = "--expires", paramLabel = "DAY", description = "The last day it can be used on.")
                        @Nullable
                        String expires) {
            refusing(() -> {
                try (OpenedPaper paper = open(place.settings("paper"))) {
                    ZoneId zone = paper.door(Settings.class).zone();
                    Vouchers.Order order = new Vouchers.Order(
                            plan,
                            months,
                            times == null ? 1 : times,
                            Optional.ofNullable(expires).map(day -> endOf(day, zone, "--expires")));
                    say("%s", paper.door(Vouchers.class).make(order, OPERATOR, Instant.now()));
                }
            });
            return 0;
        }
    }

    @Command(
            name = "subscription",
            description = "What readers have.",
            mixinStandardHelpOptions = true,
            synopsisSubcommandLabel = "COMMAND")
    static final class OfSubscriptions extends Group {
        @Command(
                name = "give",
                description = "Gives a reader a subscription that nobody pays for.",
                mixinStandardHelpOptions = true)
        int give(
                @Mixin Place place,
                @Parameters(paramLabel = "EMAIL", description = "The address of the account.") String email,
                @Option(names = "--plan", required = true, paramLabel = "SLUG", description = "Of which plan.")
                        String plan,
                @Option(names = "--until", required = true, paramLabel = "DAY", description = "Its last day.")
                        String until,
                @Option(names = "--why", paramLabel = "WORDS", description = "For the audit log.") @Nullable
                        String why) {
            Email address = Email.parse(email)
                    .orElseThrow(() -> new ParameterException(
                            spec.commandLine(), "EMAIL is \"" + email + "\"; expected one such as name@paper.example"));
            refusing(() -> {
                try (OpenedPaper paper = open(place.settings("paper"))) {
                    ReaderId reader = paper.door(Accounts.class)
                            .find(address)
                            .orElseThrow(() -> new CommandFailure(
                                    "Nobody with the address " + address.address() + " has an account.",
                                    "Make a voucher for them instead: ./broadsheet voucher make"));
                    Instant end = endOf(until, paper.door(Settings.class).zone(), "--until");
                    paper.door(Subscriptions.class)
                            .give(
                                    new Subscriptions.Gift(
                                            reader,
                                            plan,
                                            end,
                                            Optional.ofNullable(why).orElse("")),
                                    OPERATOR,
                                    Instant.now());
                    say("%s has %s until the end of %s.", address.address(), plan, until);
                }
            });
            return 0;
        }
    }

    @Command(
            name = "invoice",
            description = "Bills.",
            mixinStandardHelpOptions = true,
            synopsisSubcommandLabel = "COMMAND")
    static final class OfInvoices extends Group {
        @Command(
                name = "paid",
                description = "Notes that the money for an invoice has come; what it pays for begins.",
                mixinStandardHelpOptions = true)
        int paid(
                @Mixin Place place,
                @Parameters(paramLabel = "NUMBER", description = "Such as 2026-00017.") String number,
                @Option(names = "--how", paramLabel = "WORDS", description = "For the audit log: the bank's reference.")
                        @Nullable
                        String how) {
            try (OpenedPaper paper = open(place.settings("paper"))) {
                Invoices.Paid paid = paper.door(Invoices.class)
                        .pay(number, Optional.ofNullable(how).orElse(""), OPERATOR, Instant.now());
                switch (paid) {
                    case Invoices.Paid.Done(var invoice) -> say("%s is paid: %s.", number, invoice.amount());
                    case Invoices.Paid.Before() -> say("%s was paid before; nothing was added.", number);
                    case Invoices.Paid.NoSuchInvoice() ->
                        throw new CommandFailure(
                                "There is no invoice " + number + ".", "Its number stands on it, such as 2026-00017.");
                    case Invoices.Paid.Withdrawn() ->
                        throw new CommandFailure(
                                "The invoice " + number + " was withdrawn: nothing waits for this money.",
                                "Pay it back, or give a subscription: ./broadsheet subscription give");
                }
            }
            return 0;
        }
    }
}
