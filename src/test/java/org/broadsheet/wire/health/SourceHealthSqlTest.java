package org.broadsheet.wire.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.broadsheet.base.Actor;
import org.broadsheet.base.mail.Outbox;
import org.broadsheet.reader.Email;
import org.broadsheet.reader.Role;
import org.broadsheet.reader.Staff;
import org.broadsheet.testing.TestPaper;
import org.broadsheet.wire.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** In the whole paper: what comes is what is learned from. */
class SourceHealthSqlTest {
    private static final Instant NOON = Instant.parse("2026-06-15T12:00:00Z");

    @RegisterExtension
    static final TestPaper PAPER = TestPaper.start();

    private static final SourceHealth health = PAPER.door(SourceHealth.class);

    @Test
    void an_agency_that_falls_silent_is_told_of_once_and_again_when_it_is_heard() {
        PAPER.door(Staff.class).assign(new Email("night@paper.test"), Role.EDITOR, new Actor("a publisher"), NOON);
        List<Wire.Arrival> all = new ArrayList<>();
        for (int hour = 2; hour < 15 * 24; hour++) {
            all.add(item("hourly", NOON.minus(Duration.ofHours(hour))));
        }
        all.add(item("seldom", NOON.minus(Duration.ofDays(9))));
        keep(all);

        assertThat(health.notice(NOON)).containsExactly("hourly has fallen silent");
        assertThat(health.notice(NOON.plusSeconds(300))).isEmpty();
        assertThat(voice("hourly").silentFor()).contains(1);
        assertThat(voice("hourly").last()).isEqualTo(NOON.minus(Duration.ofHours(2)));
        assertThat(voice("hourly").hourly()).hasSize(48).endsWith(1, 0, 0).startsWith(1);
        assertThat(voice("seldom").silentFor()).isEmpty();

        keep(List.of(item("hourly", NOON.plusSeconds(400))));
        assertThat(health.notice(NOON.plusSeconds(600))).containsExactly("hourly is heard again");
        assertThat(health.notice(NOON.plusSeconds(900))).isEmpty();
        assertThat(PAPER.door(Outbox.class).to("night@paper.test"))
                .extracting(Outbox.Sent::subject)
                .contains("hourly has fallen silent", "hourly is heard again");
    }

    private static SourceHealth.Voice voice(String source) {
        return health.voices(NOON).stream()
                .filter(voice -> voice.source().equals(source))
                .findFirst()
                .orElseThrow();
    }

    private static void keep(List<Wire.Arrival> arrivals) {
        Wire wire = PAPER.door(Wire.class);
        wire.keep(arrivals);
        wire.readKept(1_000);
    }

    private static Wire.Arrival item(String source, Instant at) {
        String json = "{\"uri\":\"" + source + at + "\",\"headline\":\"Words\",\"body_text\":\"One.\"}";
        return new Wire.Arrival(source, json.getBytes(java.nio.charset.StandardCharsets.UTF_8), at);
    }
}
