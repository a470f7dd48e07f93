package org.broadsheet.wire.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.broadsheet.base.Actor;
import org.broadsheet.base.html.StoryHtml;
import org.broadsheet.story.Copy;
import org.broadsheet.story.InPrint;
import org.broadsheet.story.StoryId;
import org.broadsheet.testing.TestDatabase;
import org.broadsheet.wire.merge.Side;
import org.broadsheet.wire.take.SentCopy;
import org.broadsheet.wire.take.Took;
import org.broadsheet.wire.take.WireDoors;
import org.broadsheet.wire.update.Update.Decided;
import org.broadsheet.wire.update.Update.Decision;
import org.broadsheet.wire.update.Update.Ending;
import org.broadsheet.wire.update.Update.Look;
import org.broadsheet.wire.update.Update.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class UpdatesSqlTest {
    private static final Instant NOON = Instant.parse("2026-01-03T05:00:00Z");
    private static final Actor EDITOR = new Actor("an editor");
    private static final String QUAKE = "A magnitude 5.6 quake shook the coast on Monday and killed three people.";
    private static final String QUAKE_LATER =
            "A magnitude 5.6 quake shook the coast on Monday and killed seven people.";
    private static final String SCHOOLS = "Schools in the district stay closed, the governor said.";
    private static final String OURS = "<p>Our own reporter saw people sleeping in the only park of the town.</p>";

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static final WireDoors doors = WireDoors.of(database);
    private static final InPrint inPrint = database.door(InPrint.class);
    private static final SentCopy agency = doors.agency(NOON);

    @Test
    void what_nobody_reads_yet_is_brought_up_to_date_and_keeps_what_the_desk_wrote() {
        StoryId story = taken("plain");
        save(story, latest(story).copy().body().html() + OURS);
        agency.send("plain", 2, "Quake", QUAKE_LATER, SCHOOLS);
        assertThat(latest(story).copy().body().html())
                .isEqualTo("<p>" + QUAKE_LATER + "</p><p>" + SCHOOLS + "</p>" + OURS);
        assertThat(waits(story)).isFalse();
    }

    @Test
    void what_both_changed_waits_and_stands_as_the_editor_decides() {
        StoryId story = taken("clash");
        save(story, edited());
        agency.send("clash", 2, "Quake", QUAKE_LATER, SCHOOLS);
        assertThat(latest(story).copy().body().html()).isEqualTo(edited());
        Look look = doors.updates().look(story).orElseThrow();
        assertThat(look.update().reason()).isEqualTo(Reason.CLASH);
        assertThat(look.merged().clashes()).hasSize(1);
        Decision decision = decision(look, Map.of(1, Side.BOTH), new Ending.Saved());
        assertThat(doors.updates().decide(decision, EDITOR, NOON)).isEqualTo(new Decided.Done(3));
        assertThat(latest(story).copy().body().blocks())
                .hasSize(3)
                .contains("<p>" + QUAKE_LATER + "</p>", "<p>" + SCHOOLS + "</p>");
        assertThat(doors.updates().decide(decision, EDITOR, NOON)).isEqualTo(new Decided.Already());
    }

    @Test
    void an_editor_who_looked_before_the_story_or_the_update_changed_looks_again() {
        StoryId story = taken("again");
        save(story, edited());
        agency.send("again", 2, "Quake", QUAKE_LATER, SCHOOLS);
        Look first = doors.updates().look(story).orElseThrow();
        save(story, edited() + OURS);
        assertThat(doors.updates().decide(decision(first, Map.of(), new Ending.Saved()), EDITOR, NOON))
                .isEqualTo(new Decided.LookAgain());
        Look second = doors.updates().look(story).orElseThrow();
        agency.send("again", 3, "Quake", QUAKE_LATER.replace("seven", "nine"), SCHOOLS);
        assertThat(doors.updates().decide(decision(second, Map.of(), new Ending.Saved()), EDITOR, NOON))
                .isEqualTo(new Decided.LookAgain());
        assertThat(doors.updates().dismiss(story, second.update().number(), NOON))
                .isEqualTo(new Decided.LookAgain());
        Look third = doors.updates().look(story).orElseThrow();
        assertThat(doors.updates().decide(decision(third, Map.of(1, Side.AGENCY), new Ending.Saved()), EDITOR, NOON))
                .isInstanceOf(Decided.Done.class);
        assertThat(latest(story).copy().body().html()).contains("killed nine").contains(OURS);
    }

    @Test
    void copy_that_went_into_print_as_it_came_follows_the_agency_until_the_desk_touches_it() {
        long item = agency.send("follow", 1, "Quake", QUAKE, SCHOOLS);
        StoryId story = ((Took.Published) doors.takes().publish(item, SentCopy.PLACE, EDITOR, NOON)).story();
        agency.send("follow", 2, "Quake kills seven", QUAKE_LATER, SCHOOLS);
        assertThat(inPrint.story(story).orElseThrow().teaser().headline()).isEqualTo("Quake kills seven");
        save(story, latest(story).copy().body().html() + OURS);
        agency.send("follow", 3, "Quake kills nine", QUAKE_LATER.replace("seven", "nine"), SCHOOLS);
        assertThat(inPrint.story(story).orElseThrow().teaser().headline()).isEqualTo("Quake kills seven");
        assertThat(doors.updates().look(story).orElseThrow().update().reason()).isEqualTo(Reason.PRINT);
    }

    @Test
    void what_readers_have_waits_with_a_correction_drafted_and_is_printed_with_it() {
        StoryId story = taken("print");
        doors.stories().print(story, NOON);
        agency.send("print", 2, "Quake", QUAKE_LATER, SCHOOLS);
        Look look = doors.updates().look(story).orElseThrow();
        assertThat(look.merged().clashes()).isEmpty();
        assertThat(look.note()).isEmpty(); // "three" and "seven" are words; see DraftNoteTest for figures
        Ending ending = new Ending.Corrected("Seven people were killed, not three.");
        assertThat(doors.updates().decide(decision(look, Map.of(), ending), EDITOR, NOON.plusSeconds(600)))
                .isInstanceOf(Decided.Done.class);
        assertThat(inPrint.story(story).orElseThrow().corrections()).hasSize(1);
        assertThat(inPrint.story(story).orElseThrow().words()).isPositive();
    }

    @Test
    void where_it_cannot_be_printed_nothing_of_a_decision_happens() {
        StoryId story = taken("draft");
        save(story, edited());
        agency.send("draft", 2, "Quake", QUAKE_LATER, SCHOOLS);
        Look look = doors.updates().look(story).orElseThrow();
        Ending withNote = new Ending.Corrected(" ".repeat(3));
        assertThatThrownBy(() -> doors.updates().decide(decision(look, Map.of(), withNote), EDITOR, NOON))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(waits(story)).isTrue();
        assertThat(inPrint.story(story)).isEmpty();
    }

    @Test
    void whatever_the_order_of_arrival_the_story_ends_at_the_agencys_last_word() {
        int round = 0;
        for (List<Integer> order : List.of(
                List.of(2, 3, 4),
                List.of(2, 4, 3),
                List.of(3, 2, 4),
                List.of(3, 4, 2),
                List.of(4, 2, 3),
                List.of(4, 3, 2))) {
            String guid = "order-" + round++;
            StoryId story = taken(guid);
            save(story, latest(story).copy().body().html() + OURS);
            for (int version : order) {
                String said = QUAKE.replace("three", "number " + version);
                agency.send(guid, version, "Quake " + version, said, SCHOOLS);
                agency.send(guid, version, "Quake " + version, said, SCHOOLS);
            }
            Copy copy = latest(story).copy();
            assertThat(copy.headline()).as("%s", order).isEqualTo("Quake 4");
            assertThat(copy.body().html()).as("%s", order).contains("number 4").contains(OURS);
            assertThat(waits(story)).isFalse();
        }
    }

    @Test
    void a_kill_and_a_version_without_text_change_nothing_here() {
        StoryId story = taken("kill");
        agency.send("kill", 2, "Quake", SentCopy.Status.CANCELED, QUAKE_LATER);
        agency.send("kill", 3, "Quake in another headline");
        assertThat(latest(story).version()).isEqualTo(1);
        assertThat(waits(story)).isFalse();
    }

    @Test
    void what_a_mended_reader_finds_in_the_last_version_reaches_the_story_and_what_it_finds_in_older_ones_does_not() {
        StoryId story = taken("mended");
        database.jdbi().useHandle(handle -> handle.execute("""
                update wire.item
                   set sha256 = repeat('0', 64), content = jsonb_set(content, '{headline}', '"Misread"')
                 where guid = 'mended'
                """));
        assertThat(doors.wire().reread(Optional.empty(), 0, 1_000).changed()).isOne();
        assertThat(latest(story).copy().headline()).isEqualTo("Quake");
        agency.send("mended", 2, "Quake again", QUAKE_LATER, SCHOOLS);
        database.jdbi()
                .useHandle(handle -> handle.execute(
                        "update wire.item set sha256 = repeat('1', 64) where guid = 'mended' and version = '1'"));
        assertThat(doors.wire().reread(Optional.empty(), 0, 1_000).changed()).isOne();
        assertThat(latest(story).copy().headline()).isEqualTo("Quake again");
    }

    @Test
    void many_editors_deciding_at_once_decide_once() throws Exception {
        StoryId story = taken("many");
        save(story, edited());
        agency.send("many", 2, "Quake", QUAKE_LATER, SCHOOLS);
        Look look = doors.updates().look(story).orElseThrow();
        CountDownLatch go = new CountDownLatch(1);
        List<Decided> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Decided>> editors = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                Side side = i % 2 == 0 ? Side.AGENCY : Side.BOTH;
                editors.add(threads.submit(() -> {
                    go.await();
                    return doors.updates().decide(decision(look, Map.of(1, side), new Ending.Saved()), EDITOR, NOON);
                }));
            }
            go.countDown();
            for (Future<Decided> editor : editors) {
                all.add(editor.get());
            }
        }
        assertThat(all).filteredOn(Decided.Done.class::isInstance).containsExactly(new Decided.Done(3));
        assertThat(all).filteredOn(Decided.Already.class::isInstance).hasSize(7);
    }

    @Test
    void dismissed_it_goes_and_the_next_version_is_compared_with_it() {
        StoryId story = taken("dismiss");
        save(story, edited());
        agency.send("dismiss", 2, "Quake", QUAKE_LATER, SCHOOLS);
        long number = doors.updates().look(story).orElseThrow().update().number();
        assertThat(doors.updates().dismiss(story, number, NOON)).isEqualTo(new Decided.Done(2));
        assertThat(doors.updates().dismiss(story, number, NOON)).isEqualTo(new Decided.Already());
        agency.send("dismiss", 3, "Quake", QUAKE_LATER, SCHOOLS.replace("closed", "shut"));
        assertThat(latest(story).copy().body().html())
                .contains("a child")
                .contains("shut")
                .doesNotContain("seven");
    }

    private static String edited() {
        return "<p>" + QUAKE.replace("three people", "three people, one of them a child") + "</p><p>" + SCHOOLS
                + "</p>";
    }

    private static StoryId taken(String guid) {
        long item = agency.send(guid, 1, "Quake", QUAKE, SCHOOLS);
        return ((Took.Made) doors.takes().take(item, SentCopy.PLACE, EDITOR, NOON)).story();
    }

    private static void save(StoryId story, String body) {
        Copy.Latest latest = latest(story);
        Copy was = latest.copy();
        Copy copy = new Copy(
                was.headline(),
                was.standfirst(),
                StoryHtml.clean(body),
                was.section(),
                was.topics(),
                was.bylines(),
                was.agency(),
                was.dateline(),
                was.language(),
                was.reach(),
                was.photograph());
        assertThat(doors.stories().save(story, latest.version(), copy, EDITOR, NOON))
                .isInstanceOf(Copy.Saved.Kept.class);
    }

    private static Decision decision(Look look, Map<Integer, Side> sides, Ending ending) {
        return new Decision(look.update().story(), look.update().number(), look.version(), sides, ending);
    }

    private static Copy.Latest latest(StoryId story) {
        return doors.stories().latest(story).orElseThrow();
    }

    private static boolean waits(StoryId story) {
        return doors.updates().waiting(1_000).stream()
                .anyMatch(update -> update.story().equals(story));
    }
}
