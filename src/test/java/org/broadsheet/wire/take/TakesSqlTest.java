package org.broadsheet.wire.take;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.broadsheet.base.Actor;
import org.broadsheet.story.Found;
import org.broadsheet.story.InPrint;
import org.broadsheet.story.State;
import org.broadsheet.story.Stories;
import org.broadsheet.testing.TestDatabase;
import org.broadsheet.wire.item.WireStatus;
import org.broadsheet.wire.take.SentCopy.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TakesSqlTest {
    private static final Instant NOON = Instant.parse("2026-01-03T05:00:00Z");
    private static final Actor EDITOR = new Actor("an editor");

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static final WireDoors doors = WireDoors.of(database);
    private static final Takes takes = doors.takes();
    private static final Stories stories = doors.stories();
    private static final InPrint inPrint = database.door(InPrint.class);
    private static final Taken taken = doors.taken();
    private static final SentCopy agency = doors.agency(NOON);

    @Test
    void an_item_becomes_a_draft_that_stands_on_what_the_agency_said() {
        long item = agency.send("draft", 1, "Bridge opens", "A bridge opened.");
        assertThat(takes.take(item, SentCopy.PLACE, EDITOR, NOON)).isInstanceOfSatisfying(Took.Made.class, made -> {
            assertThat(stories.latest(made.story())).hasValueSatisfying(latest -> {
                assertThat(latest.state()).isEqualTo(State.DRAFT);
                assertThat(latest.copy().headline()).isEqualTo("Bridge opens");
                assertThat(latest.copy().agency()).contains("An agency");
            });
            assertThat(taken.of(made.story()))
                    .hasValueSatisfying(base -> assertThat(base.item().guid()).isEqualTo("draft"));
        });
    }

    @Test
    void whichever_version_was_chosen_the_story_is_made_from_the_agencys_latest_word() {
        long first = agency.send("late", 2, "Second word", "Two.");
        agency.send("late", 1, "First word", "One.");
        assertThat(takes.take(first, SentCopy.PLACE, EDITOR, NOON))
                .isInstanceOfSatisfying(
                        Took.Made.class,
                        made -> assertThat(stories.latest(made.story())
                                        .orElseThrow()
                                        .copy()
                                        .headline())
                                .isEqualTo("Second word"));
    }

    @Test
    void published_it_stands_before_readers() {
        long item = agency.send("print", 1, "Ferry sails", "A ferry sailed.");
        assertThat(takes.publish(item, SentCopy.PLACE, EDITOR, NOON))
                .isInstanceOfSatisfying(Took.Published.class, published -> {
                    assertThat(inPrint.at(published.address())).isInstanceOf(Found.Here.class);
                    assertThat(taken.of(published.story()).orElseThrow().follows())
                            .isTrue();
                });
    }

    @Test
    void what_the_sender_does_not_allow_is_not_taken() {
        long killed = agency.send("killed", 1, "Gone", Status.CANCELED, "One.");
        assertThat(takes.take(killed, SentCopy.PLACE, EDITOR, NOON))
                .isEqualTo(new Took.NotAllowed(WireStatus.CANCELED));
        assertThat(takes.take(0, SentCopy.PLACE, EDITOR, NOON)).isEqualTo(new Took.NoSuchItem());
    }

    @Test
    void what_is_under_embargo_goes_into_print_when_that_ends_and_earlier_when_the_agency_says_so() {
        Instant until = Instant.now().plusSeconds(3_600).truncatedTo(ChronoUnit.SECONDS);
        agency.put("soon", 1, "Prize awarded", "\"embargoed\":\"" + until + "\"", "Somebody won.");
        Took took = takes.publish(agency.newest("soon"), SentCopy.PLACE, EDITOR, NOON);
        assertThat(took).isInstanceOfSatisfying(Took.Embargoed.class, embargoed -> {
            assertThat(embargoed.until()).isEqualTo(until);
            assertThat(inPrint.story(embargoed.story())).isEmpty();
            assertThat(stories.printDue(Instant.now())).isZero();
            agency.put("soon", 2, "Prize awarded", "\"pubstatus\":\"usable\"", "Somebody won.");
            assertThat(stories.printDue(Instant.now())).isOne();
            assertThat(inPrint.story(embargoed.story())).isPresent();
        });
    }

    @Test
    void many_editors_at_once_get_one_story() throws Exception {
        long item = agency.send("race", 1, "Everybody wants it", "One.");
        int before = stories();
        List<Took> all = atOnce(
                12,
                number -> number % 2 == 0
                        ? takes.take(item, SentCopy.PLACE, EDITOR, NOON)
                        : takes.publish(item, SentCopy.PLACE, EDITOR, NOON));
        assertThat(all).filteredOn(Took.Already.class::isInstance).hasSize(11);
        assertThat(Set.copyOf(all)).hasSize(2);
        assertThat(stories()).isEqualTo(before + 1);
    }

    @Test
    void a_version_that_comes_while_its_item_is_taken_reaches_the_story_all_the_same() throws Exception {
        for (int round = 0; round < 20; round++) {
            String guid = "meanwhile-" + round;
            long item = agency.send(guid, 1, "First word", "One.");
            atOnce(
                    2,
                    number -> number == 0
                            ? takes.take(item, SentCopy.PLACE, EDITOR, NOON)
                            : agency.send(guid, 2, "Second word", "Two."));
            Took again = takes.take(item, SentCopy.PLACE, EDITOR, NOON);
            assertThat(again)
                    .isInstanceOfSatisfying(
                            Took.Already.class,
                            already -> assertThat(stories.latest(already.story())
                                            .orElseThrow()
                                            .copy()
                                            .headline())
                                    .isEqualTo("Second word"));
        }
    }

    private interface Deed<T> {
        T by(int number);
    }

    private static <T> List<T> atOnce(int many, Deed<T> deed) throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        List<T> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> all = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                int number = i;
                all.add(threads.submit(() -> {
                    go.await();
                    return deed.by(number);
                }));
            }
            go.countDown();
            for (Future<T> each : all) {
                outcomes.add(each.get());
            }
        }
        return outcomes;
    }

    private static int stories() {
        return database.jdbi()
                .<Integer, RuntimeException>withHandle(handle -> handle.createQuery("select count(*) from story.story")
                        .mapTo(Integer.class)
                        .one());
    }
}
