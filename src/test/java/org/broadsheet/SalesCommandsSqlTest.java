package org.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.broadsheet.plan.Entitlement;
import org.broadsheet.plan.Entitlements;
import org.broadsheet.plan.Plans;
import org.broadsheet.plan.Vouchers;
import org.broadsheet.reader.Accounts;
import org.broadsheet.reader.Email;
import org.broadsheet.reader.ReaderId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What publishers sell by the command line, on a data folder of its own while a paper runs there. */
class SalesCommandsSqlTest {
    @TempDir
    private static Path data;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine tree =
            Commands.tree().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

    @Test
    void plans_vouchers_subscriptions_and_institutions_come_by_the_command_line() throws Exception {
        String later = LocalDate.now(java.time.ZoneOffset.UTC).plusYears(1).toString();
        assertThat(run("plan", "offer", "reader", "--name", "Reader", "--price", "49000", "--gifts", "3"))
                .isZero();
        assertThat(run("plan", "offer", "cheap", "--name", "Cheap", "--price", "1", "--gifts", "9"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("expected 3 to 5");
        try (RunningPaper paper =
                RunningPaper.start(Map.of("DATA", data.toString(), "PORT", "0", "ADDRESS", "127.0.0.1"))) {
            Instant now = Instant.now();
            assertThat(paper.door(Plans.class).named("reader")).isPresent();
            ReaderId reader = paper.door(Accounts.class)
                    .proven(Email.parse("reader@paper.test").orElseThrow(), "", now);
            assertThat(run("subscription", "give", "nobody@paper.test", "--plan", "reader", "--until", later))
                    .isEqualTo(1);
            assertThat(run("subscription", "give", "reader@paper.test", "--plan", "reader", "--until", later))
                    .isZero();
            Entitlements entitlements = paper.door(Entitlements.class);
            assertThat(entitlements.of(reader, Instant.now()).map(Entitlement::gifts))
                    .contains(3);
            assertThat(voucher(paper, now)).isInstanceOf(Vouchers.Redeemed.Done.class);
            InetAddress library = InetAddress.ofLiteral("198.51.100.7");
            assertThat(run("institution", "add", "Library", "--network", "198.51.100.0/24", "--until", later))
                    .isZero();
            assertThat(entitlements.at(library, Instant.now())).isPresent();
            assertThat(run("institution", "list")).isZero();
            assertThat(out.toString()).contains("Library  198.51.100.0/24");
            assertThat(run("institution", "end", "Library", "--why", "the contract is over"))
                    .isZero();
            assertThat(entitlements.at(library, Instant.now())).isEmpty();
            assertThat(run("institution", "end", "Library")).isEqualTo(1);
            assertThat(run("invoice", "paid", "2020-00001")).isEqualTo(1);
        }
    }

    private Vouchers.Redeemed voucher(RunningPaper paper, Instant now) {
        out.getBuffer().setLength(0);
        assertThat(run("voucher", "make", "--plan", "reader", "--months", "2")).isZero();
        ReaderId other = paper.door(Accounts.class)
                .proven(Email.parse("other@paper.test").orElseThrow(), "", now);
        return paper.door(Vouchers.class).redeem(other, out.toString().strip(), Instant.now());
    }

    private int run(String... words) {
        return tree.execute(Stream.concat(Stream.of(words), Stream.of("--data", data.toString()))
                .toArray(String[]::new));
    }
}
