package org.broadsheet.wire.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.base.Actor;
import org.broadsheet.base.mail.Outbox;
import org.broadsheet.reader.Email;
import org.broadsheet.reader.Role;
import org.broadsheet.reader.Staff;
import org.broadsheet.story.Section;
import org.broadsheet.story.Stories;
import org.broadsheet.testing.TestPaper;
import org.broadsheet.wire.Wire;
import org.broadsheet.wire.take.SentCopy;
import org.broadsheet.wire.take.Takes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** In the whole paper, whose clock tells the editors and carries out what nobody decided. */
class KillLettersPageTest {
    @RegisterExtension
    static final TestPaper PAPER = TestPaper.start(Map.of());

    private static final Actor PUBLISHER = new Actor("a publisher");

    @Test
    void editors_hear_of_a_kill_that_waits_and_reporters_do_not_and_in_the_end_it_acts_by_itself() {
        Instant now = Instant.now();
        Staff staff = PAPER.door(Staff.class);
        staff.assign(new Email("editor@paper.test"), Role.EDITOR, PUBLISHER, now);
        staff.assign(new Email("publisher@paper.test"), Role.PUBLISHER, PUBLISHER, now);
        staff.assign(new Email("reporter@paper.test"), Role.REPORTER, PUBLISHER, now);
        PAPER.door(Stories.class).section(new Section("world", "World", 1));
        Kills kills = PAPER.door(Kills.class);
        kills.rule(SentCopy.SOURCE, Optional.of(Duration.ofMinutes(5)));
        // its second version comes four minutes and 57 seconds ago
        SentCopy agency = new SentCopy(PAPER.door(Wire.class), now.minusSeconds(297 + 120));
        long item = agency.send("quake", 1, "Quake", "A quake shook the coast.");
        PAPER.door(Takes.class).publish(item, SentCopy.PLACE, PUBLISHER, now);
        agency.send("quake", 2, "Kill", SentCopy.Status.CANCELED, "Kill.");
        long number = kills.newest(1).getFirst().number();

        await("the editors are written to", () -> subjects("editor@paper.test").size() == 1);
        assertThat(subjects("editor@paper.test")).first().asString().startsWith("A kill waits: story ");
        assertThat(subjects("publisher@paper.test")).hasSize(1);
        assertThat(subjects("reporter@paper.test")).isEmpty();
        await(
                "it acts",
                () -> kills.receipt(number).orElseThrow().kill().decision().isPresent());
        assertThat(kills.receipt(number)
                        .orElseThrow()
                        .kill()
                        .decision()
                        .orElseThrow()
                        .by())
                .isEqualTo(Actor.PAPER.name());
        assertThat(subjects("editor@paper.test")).hasSize(1);
    }

    private static List<String> subjects(String to) {
        return PAPER.door(Outbox.class).to(to).stream()
                .map(Outbox.Sent::subject)
                .filter(subject -> subject.startsWith("A kill"))
                .toList();
    }

    private static void await(String what, java.util.function.BooleanSupplier holds) {
        Instant end = Instant.now().plusSeconds(120);
        while (!holds.getAsBoolean()) {
            assertThat(Instant.now()).as(what).isBefore(end);
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
        }
    }
}
