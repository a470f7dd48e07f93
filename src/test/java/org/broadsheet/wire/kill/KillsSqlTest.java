package org.broadsheet.wire.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.broadsheet.base.Actor;
import org.broadsheet.story.Found;
import org.broadsheet.story.InPrint;
import org.broadsheet.story.Printed;
import org.broadsheet.story.StoryId;
import org.broadsheet.testing.TestDatabase;
import org.broadsheet.wire.item.WireStatus;
import org.broadsheet.wire.kill.Kill.Decided;
import org.broadsheet.wire.take.SentCopy;
import org.broadsheet.wire.take.SentCopy.Status;
import org.broadsheet.wire.take.Took;
import org.broadsheet.wire.take.WireDoors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class KillsSqlTest {
    private static final Instant NOON = Instant.parse("2026-01-03T05:00:00Z");
    private static final Actor EDITOR = new Actor("an editor");

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static final WireDoors doors = WireDoors.of(database);
    private static final Kills kills = doors.kills();
    private static final InPrint inPrint = database.door(InPrint.class);
    private static final SentCopy agency = doors.agency(NOON);

    @AfterEach
    void kills_act_at_once_again() {
        kills.rule(SentCopy.SOURCE, Optional.empty());
    }

    @Test
    void an_agencys_kill_takes_the_story_from_its_readers_and_nobody_prints_it_again() {
        Took.Published published = published("plain");
        agency.send("plain", 2, "Kill: never happened", Status.CANCELED, "Kill this story.");
        assertThat(inPrint.at(published.address()))
                .isInstanceOfSatisfying(
                        Found.Withdrawn.class,
                        gone -> assertThat(gone.notice())
                                .isEqualTo("The news agency that sent this story has withdrawn it."));
        assertThat(doors.stories().print(published.story(), NOON)).isInstanceOf(Printed.Held.class);
        Kill kill = kills.newest(1).getFirst();
        assertThat(kill.story()).isEqualTo(published.story());
        assertThat(kill.order()).isEqualTo(Kill.Order.CANCELED);
        assertThat(kill.why()).isEqualTo("Kill: never happened");
        assertThat(kill.received()).isEqualTo(NOON.plusSeconds(120));
        assertThat(kill.decision()).hasValueSatisfying(decision -> {
            assertThat(decision.by()).isEqualTo("wire: agency");
            assertThat(decision.refused()).isEmpty();
        });
    }

    @Test
    void a_draft_of_killed_copy_is_never_printed_and_killed_copy_is_not_taken() {
        StoryId story = taken("draft");
        agency.send("draft", 2, "Withhold", Status.WITHHELD, "Not yet.");
        assertThat(doors.stories().print(story, NOON)).isInstanceOf(Printed.Held.class);
        long item = agency.send("never", 1, "Gone", Status.CANCELED, "One.");
        assertThat(doors.takes().publish(item, SentCopy.PLACE, EDITOR, NOON))
                .isEqualTo(new Took.NotAllowed(WireStatus.CANCELED));
    }

    @Test
    void where_kills_wait_an_editor_decides_and_after_the_time_they_act_by_themselves() {
        kills.rule(SentCopy.SOURCE, Optional.of(Duration.ofMinutes(10)));
        Took.Published acted = published("acted");
        Took.Published refused = published("refused");
        Took.Published left = published("left");
        for (String guid : List.of("acted", "refused", "left")) {
            agency.send(guid, 2, "Kill", Status.CANCELED, "Kill.");
        }
        assertThat(kills.actDue(NOON.plusSeconds(700))).isZero();
        assertThat(List.of(acted, refused, left))
                .allSatisfy(each -> assertThat(inPrint.story(each.story())).isPresent());

        assertThat(kills.act(waiting(acted), EDITOR, NOON)).isInstanceOf(Decided.Done.class);
        long refusal = waiting(refused);
        assertThatThrownBy(() -> kills.refuse(refusal, " ", EDITOR, NOON)).isInstanceOf(IllegalArgumentException.class);
        assertThat(kills.refuse(refusal, "Confirmed by ourselves.", EDITOR, NOON))
                .isInstanceOf(Decided.Done.class);
        assertThat(kills.act(refusal, EDITOR, NOON))
                .isInstanceOfSatisfying(
                        Decided.Already.class,
                        already -> assertThat(
                                        already.kill().decision().orElseThrow().refused())
                                .contains("Confirmed by ourselves."));
        assertThat(kills.actDue(NOON.plusSeconds(721))).isOne();

        assertThat(inPrint.story(acted.story())).isEmpty();
        assertThat(inPrint.story(refused.story())).isPresent();
        assertThat(inPrint.story(left.story())).isEmpty();
        assertThat(kills.act(0, EDITOR, NOON)).isEqualTo(new Decided.NoSuchKill());
    }

    @Test
    void what_waits_is_not_doubled_and_acts_once_however_many_nodes_look() throws Exception {
        kills.rule(SentCopy.SOURCE, Optional.of(Duration.ofMinutes(10)));
        Took.Published story = published("nodes");
        agency.send("nodes", 2, "Kill", Status.CANCELED, "Kill.");
        agency.send("nodes", 3, "Kill again", Status.CANCELED, "Kill again.");
        assertThat(kills.newest(100))
                .filteredOn(kill -> kill.story().equals(story.story()))
                .hasSize(1);
        int acted = 0;
        try (ExecutorService nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> looks = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                looks.add(nodes.submit(() -> kills.actDue(NOON.plusSeconds(10_000))));
            }
            for (Future<Integer> look : looks) {
                acted += look.get();
            }
        }
        assertThat(acted).isOne();
        assertThat(inPrint.story(story.story())).isEmpty();
    }

    @Test
    void an_editors_order_reaches_any_story_and_carries_out_what_waits_for_it() {
        kills.rule(SentCopy.SOURCE, Optional.of(Duration.ofMinutes(10)));
        Took.Published story = published("editor");
        agency.send("editor", 2, "Kill", Status.CANCELED, "Kill.");
        Kill kill = kills.order(story.story(), "A court forbids it.", EDITOR, NOON);
        assertThat(kill.decision()).isPresent();
        assertThat(inPrint.story(story.story())).isEmpty();
        assertThat(kills.newest(100))
                .filteredOn(each -> each.story().equals(story.story()))
                .hasSize(1);
        assertThatThrownBy(() -> kills.order(new StoryId(999_999), "No such story.", EDITOR, NOON))
                .hasMessageContaining("no story");
        assertThatThrownBy(() -> kills.order(story.story(), "", EDITOR, NOON)).hasMessageContaining("reason");
    }

    @Test
    void an_order_that_came_late_after_copy_that_may_be_used_again_is_none() {
        Took.Published story = published("late");
        agency.send("late", 3, "Again", "The story stands.");
        agency.send("late", 2, "Kill", Status.CANCELED, "Kill.");
        assertThat(inPrint.story(story.story())).isPresent();
    }

    @Test
    void published_and_killed_at_once_it_is_never_left_before_readers() throws Exception {
        for (int round = 0; round < 20; round++) {
            String guid = "race-" + round;
            StoryId story = taken(guid);
            CountDownLatch go = new CountDownLatch(1);
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                Future<?> print = threads.submit(() -> {
                    go.await();
                    return doors.stories().print(story, NOON);
                });
                Future<?> kill = threads.submit(() -> {
                    go.await();
                    return agency.send(guid, 2, "Kill", Status.CANCELED, "Kill.");
                });
                go.countDown();
                print.get();
                kill.get();
            }
            assertThat(inPrint.story(story)).isEmpty();
        }
    }

    @Test
    void the_receipt_holds_where_nodes_looked_and_a_place_that_was_free_stays_so() {
        Took.Published story = published("receipt");
        Kill kill = kills.order(story.story(), "A court forbids it.", EDITOR, NOON);
        kills.looked(
                kill.number(),
                List.of(
                        new Kill.Gone("here:1", "front", NOON.plusMillis(10), true),
                        new Kill.Gone("here:1", "search", NOON.plusMillis(11), false)));
        kills.looked(
                kill.number(),
                List.of(
                        new Kill.Gone("here:1", "front", NOON.plusMillis(30), false),
                        new Kill.Gone("here:1", "search", NOON.plusMillis(40), true)));
        assertThat(kills.receipt(kill.number()).orElseThrow().places())
                .containsExactly(
                        new Kill.Gone("here:1", "front", NOON.plusMillis(10), true),
                        new Kill.Gone("here:1", "search", NOON.plusMillis(40), true));
        assertThat(kills.receipt(0)).isEmpty();
    }

    @Test
    void kills_wait_for_a_minute_at_least_and_a_day_at_most() {
        assertThatThrownBy(() -> kills.rule("agency", Optional.of(Duration.ofSeconds(59))))
                .hasMessageContaining("1 minute to a day");
        assertThatThrownBy(() -> kills.rule("agency", Optional.of(Duration.ofHours(25))))
                .hasMessageContaining("1 minute to a day");
    }

    private static StoryId taken(String guid) {
        long item = agency.send(guid, 1, "Quake", "A quake shook the coast.");
        return ((Took.Made) doors.takes().take(item, SentCopy.PLACE, EDITOR, NOON)).story();
    }

    private static Took.Published published(String guid) {
        long item = agency.send(guid, 1, "Quake", "A quake shook the coast.");
        return (Took.Published) doors.takes().publish(item, SentCopy.PLACE, EDITOR, NOON);
    }

    private static long waiting(Took.Published story) {
        return kills.newest(100).stream()
                .filter(kill -> kill.story().equals(story.story()))
                .mapToLong(Kill::number)
                .max()
                .orElseThrow();
    }
}
