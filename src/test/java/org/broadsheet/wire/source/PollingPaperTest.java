package org.broadsheet.wire.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.broadsheet.testing.TestPaper;
import org.broadsheet.wire.Wire;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A paper that runs asks its sources by itself. */
class PollingPaperTest {
    private static final Duration OFTEN = Duration.ofSeconds(5);

    @RegisterExtension
    static final LocalAgency agency = new LocalAgency();

    @RegisterExtension
    static final TestPaper paper = TestPaper.start();

    private final Sources sources = paper.door(Sources.class);
    private final Wire wire = paper.door(Wire.class);

    @BeforeEach
    void nothing_is_asked_yet() {
        sources.all().forEach(health -> sources.remove(health.source().name()));
        paper.database().jdbi().useHandle(handle -> handle.execute("truncate wire.item, wire.raw"));
        agency.reset();
    }

    @Test
    void the_paper_asks_by_itself_and_takes_what_is_new_once() throws InterruptedException {
        sources.put(agency.source("agency", "/feed", OFTEN), Optional.empty(), Instant.now());
        until(() -> wire.latest(10).size() == 1);
        agency.feed = LocalAgency.rss("two", "Second");
        until(() -> wire.latest(10).size() == 2);
        until(() -> agency.asked("/feed 304") > 0);
        assertThat(wire.latest(10)).extracting(kept -> kept.item().name()).containsExactly("Second", "First");
        assertThat(sources.all()).singleElement().satisfies(health -> {
            assertThat(health.answered()).isPresent();
            assertThat(health.trouble()).isEmpty();
        });
    }

    @Test
    void a_database_that_is_away_for_a_while_is_no_end_of_asking() throws InterruptedException {
        Polling polling = paper.door(Polling.class);
        paper.database().jdbi().useHandle(handle -> handle.execute("alter table wire.source rename to away"));
        try {
            for (int turn = 0; turn < 3; turn++) {
                assertThatThrownBy(polling::begin).isInstanceOf(RuntimeException.class);
            }
        } finally {
            paper.database().jdbi().useHandle(handle -> handle.execute("alter table wire.away rename to source"));
        }
        sources.put(agency.source("agency", "/feed", OFTEN), Optional.empty(), Instant.now());
        until(() -> wire.latest(10).size() == 1);
    }

    @Test
    void a_source_that_hangs_keeps_no_other_waiting() throws InterruptedException {
        sources.put(agency.source("hangs", "/hang", OFTEN), Optional.empty(), Instant.now());
        until(() -> agency.asked("/hang") > 0);
        sources.put(agency.source("speaks", "/feed", OFTEN), Optional.empty(), Instant.now());
        until(() -> wire.latest(10).size() == 1);
        assertThat(sources.all())
                .filteredOn(health -> health.source().name().equals("hangs"))
                .allSatisfy(health -> assertThat(health.answered()).isEmpty());
    }

    private static void until(BooleanSupplier so) throws InterruptedException {
        Instant patience = Instant.now().plusSeconds(120);
        while (!so.getAsBoolean()) {
            assertThat(Instant.now()).as("it has not come in two minutes").isBefore(patience);
            Thread.sleep(50);
        }
    }
}
