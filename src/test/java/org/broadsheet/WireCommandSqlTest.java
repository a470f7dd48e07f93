package org.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.broadsheet.command.OpenedPaper;
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
        try (OpenedPaper paper = OpenedPaper.open(Map.of("DATA", data.toString()), new String[0], Wire.class)) {
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

    @Test
    void a_source_is_added_asked_listed_and_removed() throws IOException {
        HttpServer agency = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        agency.createContext("/", exchange -> {
            byte[] item = "{\"uri\":\"c\",\"headline\":\"Three\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, item.length);
            try (OutputStream body = exchange.getResponseBody()) {
                body.write(item);
            }
        });
        agency.start();
        String address = "http://127.0.0.1:" + agency.getAddress().getPort() + "/item";
        try {
            assertThat(say("wire", "add", "west", "--url", address)).isZero();
            assertThat(say("wire", "pull", "west")).isEqualTo(1);
            assertThat(err.toString()).contains("not on the public internet");
            assertThat(say("wire", "add", "west", "--url", address, "--every", "2h", "--allow", "127.0.0.1"))
                    .isZero();
            assertThat(said()).contains("west is asked every 7200 seconds");
            assertThat(say("wire", "pull", "west")).isZero();
            assertThat(said()).contains("New items: 1. Documents: 1, of which 0 could not be read.");
            assertThat(say("wire", "pull", "west")).isZero();
            assertThat(said()).contains("Nothing new.");
            assertThat(say("wire", "sources")).isZero();
            assertThat(said()).contains("west", "well", address);
            assertThat(say("wire", "remove", "west")).isZero();
            assertThat(say("wire", "pull", "west")).isEqualTo(1);
            assertThat(say("wire", "add", "west", "--url", "file:///etc/passwd"))
                    .isEqualTo(2);
            assertThat(say("wire", "add", "west", "--url", address, "--every", "often"))
                    .isEqualTo(2);
        } finally {
            agency.stop(0);
        }
    }

    /** With the folder of the paper's data. */
    private int say(String... words) {
        String[] all = Arrays.copyOf(words, words.length + 2);
        all[words.length] = "--data";
        all[words.length + 1] = data.toString();
        return tree.execute(all);
    }

    private String said() {
        String text = out.toString();
        out.getBuffer().setLength(0);
        return text;
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
