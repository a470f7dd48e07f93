package org.broadsheet.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.broadsheet.base.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {

    @TempDir
    Path data;

    @Test
    void a_fresh_machine_is_well_and_gets_advice_before_readers_come() {
        List<Finding> findings = examine(Map.of("PORT", "0", "ZONE", "Asia/Jakarta"));
        assertThat(about(findings, "Java").verdict()).isEqualTo(Finding.Verdict.WELL);
        assertThat(about(findings, "Data folder").verdict()).isEqualTo(Finding.Verdict.WELL);
        assertThat(about(findings, "Port").verdict()).isEqualTo(Finding.Verdict.WELL);
        assertThat(about(findings, "Database").says()).contains("made at the first start");
        assertThat(about(findings, "Clock").says()).contains("Asia/Jakarta");
        assertThat(about(findings, "Address").verdict()).isEqualTo(Finding.Verdict.ADVICE);
        assertThat(about(findings, "Mail").advice()).contains("BROADSHEET_SMTP_URL");
    }

    @Test
    void what_keeps_the_paper_from_starting_is_trouble_with_its_remedy() throws Exception {
        Path file = Files.writeString(data.resolve("a-file"), "");
        try (ServerSocket stranger = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
                ServerSocket mute = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            List<Finding> findings = examine(Map.of(
                    "DATA",
                    file.toString(),
                    "ADDRESS",
                    "127.0.0.1",
                    "PORT",
                    Integer.toString(stranger.getLocalPort()),
                    "SMTP_URL",
                    "smtp://127.0.0.1:" + mute.getLocalPort(),
                    "DATABASE_URL",
                    "postgres://nobody:nothing-here@127.0.0.1:1/none"));
            assertThat(about(findings, "Data folder").verdict()).isEqualTo(Finding.Verdict.TROUBLE);
            assertThat(about(findings, "Port").advice()).contains("BROADSHEET_PORT");
            assertThat(about(findings, "Mail").verdict()).isEqualTo(Finding.Verdict.TROUBLE);
            assertThat(about(findings, "Database").advice()).contains("BROADSHEET_DATABASE_URL");
            assertThat(about(findings, "Secret").advice()).contains("BROADSHEET_SECRET");
            assertThat(findings.toString()).doesNotContain("nothing-here");
        }
    }

    private List<Finding> examine(Map<String, String> said) {
        Map<String, String> all = new HashMap<>(Map.of("DATA", data.toString()));
        all.putAll(said);
        return new Doctor(Settings.load(Map.of(), all)).examine();
    }

    private static Finding about(List<Finding> findings, String what) {
        return findings.stream()
                .filter(finding -> finding.what().equals(what))
                .findFirst()
                .orElseThrow();
    }
}
