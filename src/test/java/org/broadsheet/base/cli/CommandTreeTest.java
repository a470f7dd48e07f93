package org.broadsheet.base.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;

class CommandTreeTest {

    @Command(name = "paper")
    private static final class Root {}

    @Command(name = "print")
    private record Print(RuntimeException thrown) implements Callable<Integer> {
        @Override
        public Integer call() {
            throw thrown;
        }
    }

    @Test
    void a_failure_that_its_user_can_mend_is_two_lines_and_status_1_however_deep_it_lies() {
        CommandFailure failure = new CommandFailure("the paper is used up.", "Buy more.");
        assertThat(says(new IllegalStateException("wrapped", failure)))
                .isEqualTo("1: broadsheet: the paper is used up.\n  Buy more.\n");
    }

    @Test
    void a_failure_that_should_not_be_is_reported_whole() {
        assertThat(says(new IllegalStateException("two\nlines")))
                .startsWith(
                        "1: broadsheet: something went wrong that should not: java.lang.IllegalStateException: two lines\n")
                .contains("at org.broadsheet.base.cli.CommandTreeTest");
    }

    @Test
    void progress_on_a_terminal_is_a_bar_and_elsewhere_one_line_at_the_end() {
        assertThat(progress(true))
                .contains("Photographs [..............................] 0/2")
                .contains("Photographs [##############################] 2/2")
                .contains("Photographs: 2 in ");
        assertThat(progress(false)).matches("Photographs: 2 in \\d+\\.\\d s\n");
    }

    private static String says(RuntimeException thrown) {
        StringWriter err = new StringWriter();
        int status = CommandTree.of(new Root(), List.of(new Print(thrown)))
                .setErr(new PrintWriter(err))
                .execute("print");
        return status + ": " + err;
    }

    private static String progress(boolean terminal) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8);
        try (Progress progress = Progress.on(out, terminal, "Photographs", 2)) {
            progress.step();
            progress.step();
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
