package org.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.ops.AuditLog;
import org.broadsheet.reader.Role;
import org.broadsheet.reader.SignIns;
import org.broadsheet.reader.Staff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command on a data folder of its own, with and without a paper that runs there. */
class StaffCommandSqlTest {
    private static final Pattern LINK = Pattern.compile("http://localhost:8080/sign-in/link/([A-Za-z0-9_-]{32})");

    @TempDir
    private static Path data;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine tree =
            Commands.tree().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

    @Test
    void staff_come_and_go_whether_the_paper_runs_or_not() {
        assertThat(run("add", "desk@paper.test", "--role", "editor")).isZero();
        assertThat(out.toString()).contains("desk@paper.test is editor now.");
        Matcher link = LINK.matcher(out.toString());
        assertThat(link.find()).isTrue();
        try (RunningPaper paper =
                RunningPaper.start(Map.of("DATA", data.toString(), "PORT", "0", "ADDRESS", "127.0.0.1"))) {
            assertThat(paper.door(SignIns.class).byLink(link.group(1), Instant.now()))
                    .isPresent();
            assertThat(run("add", "desk@paper.test", "--role", "publisher")).isZero();
            assertThat(run("add", "Reporter@paper.test", "--role", "reporter")).isZero();
            assertThat(paper.door(Staff.class).all())
                    .extracting(Staff.Member::role)
                    .containsExactly(Role.PUBLISHER, Role.REPORTER);
            assertThat(paper.door(AuditLog.class).latest(5))
                    .extracting(entry -> entry.actor().name() + " " + entry.action() + " " + entry.note())
                    .containsExactly(
                            "the operator assigned as reporter",
                            "the operator assigned as publisher",
                            "the operator assigned as editor");
        }
        out.getBuffer().setLength(0);
        assertThat(run("invite", "desk@paper.test", "--anew")).isZero();
        assertThat(out.toString())
                .contains("desk@paper.test may set up a second factor within seven days.")
                .containsPattern(LINK);
        assertThat(run("invite", "nobody@paper.test")).isEqualTo(1);
        assertThat(run("remove", "reporter@paper.test")).isZero();
        assertThat(run("list")).isZero();
        assertThat(out.toString())
                .containsPattern("desk@paper.test +publisher +\\d{4}-")
                .doesNotContain("Reporter@");
        assertThat(run("remove", "reporter@paper.test")).isEqualTo(1);
        assertThat(err.toString()).contains("Nobody of the staff", "staff list");
    }

    @Test
    void wrong_usage_is_said_in_one_line() {
        for (String[] words : new String[][] {
            {"staff"},
            {"staff", "add"},
            {"staff", "add", "desk@paper.test"},
            {"staff", "add", "nobody", "--role", "editor"},
            {"staff", "add", "desk@paper.test", "--role", "king"},
        }) {
            err.getBuffer().setLength(0);
            assertThat(tree.execute(words)).as(String.join(" ", words)).isEqualTo(2);
            assertThat(err.toString().lines()).as(String.join(" ", words)).hasSize(1);
        }
        assertThat(err.toString()).contains("king", "reporter, editor or publisher");
    }

    private int run(String... words) {
        String[] all = new String[words.length + 3];
        all[0] = "staff";
        System.arraycopy(words, 0, all, 1, words.length);
        all[words.length + 1] = "--data";
        all[words.length + 2] = data.toString();
        return tree.execute(all);
    }
}
