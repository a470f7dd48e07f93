package org.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.broadsheet.wire.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command on a data folder of its own. */
class WireCommandSqlTest {
    private static final Instant NOON = Instant.parse("2026-11-26T05:00:00Z");

    @TempDir
    private static Path data;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine tree =
            Commands.tree().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

    @Test
    void what_is_kept_is_read_again_by_source_or_whole() {
        try (OpenedPaper paper =
                OpenedPaper.open(Map.of("DATA", data.toString()), new String[] {"org.broadsheet.wire"})) {
            Wire wire = paper.door(Wire.class);
            wire.keep(List.of(
                    arrival("nord", "{\"uri\":\"a\",\"headline\":\"One\"}"),
                    arrival("nord", "no news"),
                    arrival("sued", "{\"uri\":\"b\",\"headline\":\"Two\"}")));
            wire.readKept(2);
        }

        assertThat(run("--source", "nord")).isZero();
        assertThat(out.toString()).isEqualToIgnoringNewLines("1 read, 0 changed, 0 new, 0 gone, 1 refused");
        out.getBuffer().setLength(0);
        assertThat(run()).isZero();
        assertThat(out.toString()).isEqualToIgnoringNewLines("2 read, 0 changed, 1 new, 0 gone, 1 refused");
        out.getBuffer().setLength(0);
        assertThat(run()).isZero();
        assertThat(out.toString()).isEqualToIgnoringNewLines("2 read, 0 changed, 0 new, 0 gone, 1 refused");
        assertThat(run("--source", " ")).isEqualTo(2);
        assertThat(err.toString()).contains("--source is empty");
    }

    private static Wire.Arrival arrival(String source, String content) {
        return new Wire.Arrival(source, content.getBytes(StandardCharsets.UTF_8), NOON);
    }

    private int run(String... words) {
        String[] all = new String[words.length + 4];
        System.arraycopy(new String[] {"wire", "reread", "--data", data.toString()}, 0, all, 0, 4);
        System.arraycopy(words, 0, all, 4, words.length);
        return tree.execute(all);
    }
}
