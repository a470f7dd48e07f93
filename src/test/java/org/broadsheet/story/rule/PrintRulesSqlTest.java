package org.broadsheet.story.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.broadsheet.base.Actor;
import org.broadsheet.base.Language;
import org.broadsheet.base.db.ChangeNotices;
import org.broadsheet.base.html.StoryHtml;
import org.broadsheet.story.Byline;
import org.broadsheet.story.Copy;
import org.broadsheet.story.Found;
import org.broadsheet.story.InPrint;
import org.broadsheet.story.Printed;
import org.broadsheet.story.Reach;
import org.broadsheet.story.Section;
import org.broadsheet.story.State;
import org.broadsheet.story.Stories;
import org.broadsheet.story.StoryId;
import org.broadsheet.story.Topic;
import org.broadsheet.story.press.Press;
import org.broadsheet.testing.TestDatabase;
import org.broadsheet.testing.TestSettings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PrintRulesSqlTest {
    private static final Actor EDITOR = new Actor("an editor");

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private record Newsroom(Stories stories, PrintRules rules) {}

    private static final Newsroom newsroom = database.door(
            Newsroom.class, Stories.class, PrintRules.class, Press.class, ChangeNotices.class, TestSettings.class);
    private static final Stories stories = newsroom.stories();
    private static final PrintRules rules = newsroom.rules();
    private static final InPrint inPrint = database.door(InPrint.class);

    @BeforeAll
    static void sections() {
        stories.section(new Section("world", "World", 1));
    }

    @Test
    void whoever_wants_to_print_what_is_under_embargo_schedules_it_for_its_end() {
        Instant until = soon();
        StoryId story = draft("Under embargo");
        rules.embargo(story, Optional.of(until), Instant.now());
        assertThat(stories.print(story, Instant.now())).isEqualTo(new Printed.Waiting(State.SCHEDULED));
        assertThat(dueAt(story)).isEqualTo(until);
        assertThat(stories.schedule(story, Instant.now())).isEqualTo(new Printed.Waiting(State.SCHEDULED));
        assertThat(dueAt(story)).isEqualTo(until);
        assertThat(stories.printImported(story, Instant.now())).isEqualTo(new Printed.Waiting(State.SCHEDULED));
        Instant later = until.plusSeconds(60);
        stories.schedule(story, later);
        assertThat(dueAt(story)).isEqualTo(later);
        assertThat(stories.printDue(until.plusSeconds(3_600))).isZero(); // a node whose clock is an hour fast
        assertThat(inPrint.story(story)).isEmpty();
    }

    @Test
    void no_statement_puts_before_readers_what_is_under_embargo_or_forbids_what_they_have() {
        StoryId story = draft("By hand");
        rules.embargo(story, Optional.of(soon()), Instant.now());
        assertThatThrownBy(() -> database.jdbi()
                        .useHandle(handle -> handle.createUpdate("""
                                insert into story.in_print
                                  (story, version, section, section_name, day, slug, headline, standfirst, topics, topic_names,
                                   authors, author_names, language, reach, minutes, words, published, updated, preview, body)
                                values (:story, 1, 'world', 'World', current_date, 'by-hand', 'By hand', '', '{}', '{}',
                                   '{}', '{}', 'en', 'everyone', 1, 1, now(), now(), '', '<p>x</p>')
                                """)
                                .bind("story", story.value())
                                .execute()))
                .hasMessageContaining("is under embargo until");
        StoryId read = printed("Read by many");
        assertThatThrownBy(() -> database.jdbi()
                        .useTransaction(handle -> handle.execute(
                                "update story.story set embargo = now() + interval '1 hour' where id = ?",
                                read.value())))
                .hasStackTraceContaining("is before readers");
        assertThat(inPrint.story(read)).isPresent();
    }

    @Test
    void it_ends_on_the_second_and_the_story_is_printed_once_however_many_nodes_look() throws Exception {
        Instant until = Instant.now().plusSeconds(2).truncatedTo(ChronoUnit.SECONDS);
        StoryId story = draft("On the second");
        rules.embargo(story, Optional.of(until), Instant.now());
        stories.print(story, Instant.now());
        int printed = 0;
        Instant seen = Instant.now();
        try (ExecutorService nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            while (printed == 0) {
                assertThat(inPrint.story(story)).isEmpty();
                seen = Instant.now();
                List<Future<Integer>> looks = List.of(
                        nodes.submit(() -> stories.printDue(Instant.now())),
                        nodes.submit(() -> stories.printDue(Instant.now())));
                for (Future<Integer> look : looks) {
                    printed += look.get();
                }
                LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
            }
        }
        assertThat(printed).isOne();
        assertThat(seen).isAfterOrEqualTo(until.minusMillis(100));
        assertThat(inPrint.story(story)).isPresent();
    }

    @Test
    void an_embargo_set_later_takes_the_story_off_until_it_ends_and_lifted_the_story_is_due() {
        StoryId story = printed("Too early");
        var address = inPrint.story(story).orElseThrow().teaser().address();
        Instant until = soon();
        assertThat(rules.embargo(story, Optional.of(until), Instant.now()))
                .isEqualTo(new Printed.Waiting(State.SCHEDULED));
        assertThat(inPrint.at(address)).isInstanceOf(Found.Nowhere.class);
        assertThat(dueAt(story)).isEqualTo(until);
        rules.embargo(story, Optional.of(until.plusSeconds(10)), Instant.now());
        assertThat(dueAt(story)).isEqualTo(until.plusSeconds(10));
        rules.embargo(story, Optional.empty(), Instant.now());
        assertThat(stories.printDue(Instant.now())).isOne();
        assertThat(inPrint.at(address)).isInstanceOf(Found.Here.class);
    }

    @Test
    void a_barred_story_leaves_its_readers_and_nobody_prints_it_until_it_is_free() {
        StoryId story = printed("Killed");
        var address = inPrint.story(story).orElseThrow().teaser().address();
        assertThat(rules.bar(story, "The agency killed it.", "The agency has withdrawn this story.", Instant.now()))
                .isEqualTo(new Printed.Done(address));
        assertThat(inPrint.at(address))
                .isInstanceOfSatisfying(
                        Found.Withdrawn.class,
                        gone -> assertThat(gone.notice()).isEqualTo("The agency has withdrawn this story."));
        Printed refused = new Printed.Held(List.of("Nobody may print this story: The agency killed it."));
        assertThat(stories.print(story, Instant.now())).isEqualTo(refused);
        assertThat(stories.schedule(story, Instant.now())).isEqualTo(refused);
        assertThat(stories.printImported(story, Instant.now())).isEqualTo(refused);
        rules.unbar(story);
        assertThat(stories.print(story, Instant.now())).isEqualTo(new Printed.Done(address));
        assertThatThrownBy(() -> rules.bar(story, " ", "", Instant.now())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_was_scheduled_is_not_printed_once_it_is_barred() {
        StoryId story = draft("Scheduled and killed");
        stories.schedule(story, Instant.now().minusSeconds(1));
        assertThat(rules.bar(story, "Killed.", "", Instant.now())).isEqualTo(new Printed.Waiting(State.READY));
        assertThat(stories.printDue(Instant.now())).isZero();
        assertThat(inPrint.story(story)).isEmpty();
    }

    @Test
    void printed_and_barred_at_once_it_is_never_left_before_readers() throws Exception {
        for (int round = 0; round < 25; round++) {
            StoryId story = draft("A race " + round);
            CountDownLatch go = new CountDownLatch(1);
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<Printed>> both = List.of(
                        threads.submit(() -> {
                            go.await();
                            return stories.print(story, Instant.now());
                        }),
                        threads.submit(() -> {
                            go.await();
                            return rules.bar(story, "Killed.", "Gone.", Instant.now());
                        }));
                go.countDown();
                for (Future<Printed> each : both) {
                    each.get();
                }
            }
            assertThat(inPrint.story(story)).isEmpty();
        }
    }

    private static Instant soon() {
        return Instant.now().plusSeconds(1_800).truncatedTo(ChronoUnit.SECONDS);
    }

    private static StoryId printed(String headline) {
        StoryId story = draft(headline);
        assertThat(stories.print(story, Instant.now())).isInstanceOf(Printed.Done.class);
        return story;
    }

    private static StoryId draft(String headline) {
        return stories.create(
                new Copy(
                        headline,
                        "",
                        StoryHtml.ofParagraphs(List.of("Some words.")),
                        "world",
                        List.of(new Topic("kills", "Kills")),
                        List.of(Byline.of("Ada Lovelace")),
                        Optional.empty(),
                        Optional.empty(),
                        Language.ENGLISH,
                        Reach.EVERYONE,
                        Optional.empty()),
                EDITOR,
                Instant.now());
    }

    private static Instant dueAt(StoryId story) {
        return database.jdbi()
                .<Instant, RuntimeException>withHandle(
                        handle -> handle.createQuery("select scheduled_for from story.story where id = :id")
                                .bind("id", story.value())
                                .mapTo(Instant.class)
                                .one());
    }
}
