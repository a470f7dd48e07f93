package org.broadsheet.story;

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
import org.broadsheet.base.Language;
import org.broadsheet.base.Settings;
import org.broadsheet.base.Slice;
import org.broadsheet.base.db.ChangeNotices;
import org.broadsheet.base.html.StoryHtml;
import org.broadsheet.story.press.Press;
import org.broadsheet.testing.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.context.annotation.Bean;

class StoriesSqlTest {
    private static final Instant MORNING = Instant.parse("2025-01-01T18:30:00Z"); // 01:30 on the 2nd in Jakarta
    private static final Instant NOON = MORNING.plusSeconds(36_000);
    private static final Actor EDITOR = new Actor("an editor");
    private static final String WHOLE = "<p>free words here</p>" + "<p>" + "premium words follow ".repeat(40) + "</p>";

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static Stories stories;
    private static final InPrint inPrint = database.door(InPrint.class);

    @BeforeAll
    static void sections() {
        stories = database.door(Stories.class, Press.class, ChangeNotices.class, InJakarta.class);
        stories.section(new Section("data", "Data", 1));
        stories.section(new Section("policy", "Policy", 2));
    }

    @Test
    void a_printed_story_stands_at_its_day_in_the_papers_zone() {
        StoryId id = stories.create(copy("Open portal publishes"), EDITOR, MORNING);
        Address address = done(stories.print(id, MORNING));
        assertThat(address.path()).isEqualTo("/data/2025/01/02/open-portal-publishes");
        assertThat(inPrint.at(address)).isInstanceOfSatisfying(Found.Here.class, here -> {
            assertThat(here.story().teaser().headline()).isEqualTo("Open portal publishes");
            assertThat(here.story().teaser().published()).isEqualTo(MORNING);
            assertThat(here.story().teaser().topics()).containsExactly(new Topic("open-data", "Open data"));
            assertThat(here.story().teaser().bylines()).containsExactly(Byline.of("Ada Lovelace"));
            assertThat(here.story().body().open(new Access.Full()).html())
                    .isEqualTo(StoryHtml.clean(WHOLE).html());
        });
    }

    @Test
    void a_page_gets_its_story_and_earlier_ones_of_its_topic_in_one_go() {
        List<Address> printed = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            StoryId id = stories.create(copy("Serial number " + i), EDITOR, MORNING);
            printed.add(done(stories.print(id, Instant.EPOCH.plusSeconds(86_400L * i))));
        }
        InPrint.Standing last = inPrint.standing(printed.get(3), 2);
        assertThat(last.found())
                .isInstanceOfSatisfying(
                        Found.Here.class,
                        here -> assertThat(here.story().teaser().address()).isEqualTo(printed.get(3)));
        assertThat(last.earlier().stream().map(Mention::address)).containsExactly(printed.get(2), printed.get(1));
        assertThat(inPrint.standing(printed.get(0), 2).earlier()).isEmpty();
        Address nowhere = new Address("data", printed.get(0).day(), "nothing-here");
        assertThat(inPrint.standing(nowhere, 2)).isEqualTo(new InPrint.Standing(new Found.Nowhere(), List.of()));
        assertThat(inPrint.numbersAt(List.of(printed.get(1), nowhere)))
                .containsExactly(Map.entry(
                        printed.get(1), inPrint.numberAt(printed.get(1)).orElseThrow()));
    }

    @Test
    void many_pages_asking_at_once_get_each_their_own_story_and_its_earlier_ones() throws Exception {
        List<Address> asked = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            StoryId id = stories.create(copy("Crowd number " + i), EDITOR, MORNING);
            asked.add(done(stories.print(id, Instant.EPOCH.plusSeconds(40_000_000L + 86_400L * i))));
            asked.add(new Address("policy", asked.getLast().day(), "nothing-here"));
        }
        List<String> alone =
                asked.stream().map(each -> said(inPrint.standing(each, 3))).toList();
        List<String> crowd = atOnce(240, number -> said(inPrint.standing(asked.get(number % asked.size()), 3)));
        for (int i = 0; i < crowd.size(); i++) {
            assertThat(crowd.get(i)).isEqualTo(alone.get(i % asked.size()));
        }
        assertThat(alone.get(22)).startsWith("Crowd number 11").contains("crowd-number-10", "crowd-number-8");
    }

    private static String said(InPrint.Standing standing) {
        String found = standing.found() instanceof Found.Here here
                ? here.story().teaser().headline()
                : "nothing";
        return found
                + standing.earlier().stream().map(each -> each.address().path()).toList();
    }

    @Test
    void what_is_not_printed_stands_nowhere() {
        StoryId id = stories.create(copy("Nobody sees this"), EDITOR, MORNING);
        assertThat(inPrint.story(id)).isEmpty();
        assertThat(inPrint.teasers(List.of(id))).isEmpty();
    }

    @Test
    void every_version_is_kept_and_readers_see_the_printed_one() {
        StoryId id = stories.create(copy("First thoughts"), EDITOR, MORNING);
        Address address = done(stories.print(id, MORNING));
        assertThat(stories.save(id, 1, copy("Second thoughts"), EDITOR, NOON)).isEqualTo(new Copy.Saved.Kept(2));
        assertThat(inPrint.story(id).orElseThrow().teaser().headline()).isEqualTo("First thoughts");
        assertThat(done(stories.print(id, NOON))).isEqualTo(address);
        Story after = inPrint.story(id).orElseThrow();
        assertThat(after.teaser().headline()).isEqualTo("Second thoughts");
        assertThat(after.teaser().published()).isEqualTo(MORNING);
        assertThat(after.teaser().updated()).isEqualTo(NOON);
        assertThat(database.jdbi()
                        .<List<String>, RuntimeException>withHandle(handle -> handle.createQuery(
                                        "select headline from story.version where story = :id order by number")
                                .bind("id", id.value())
                                .mapTo(String.class)
                                .list()))
                .containsExactly("First thoughts", "Second thoughts");
    }

    @Test
    void who_saves_over_a_version_that_is_no_longer_the_latest_is_told() {
        StoryId id = stories.create(copy("Draft"), EDITOR, MORNING);
        stories.save(id, 1, copy("Mine"), EDITOR, MORNING);
        assertThat(stories.save(id, 1, copy("Theirs"), EDITOR, MORNING)).isEqualTo(new Copy.Saved.Overtaken(2));
    }

    @Test
    void twenty_writers_racing_over_one_version_save_once() throws Exception {
        StoryId id = stories.create(copy("Contested"), EDITOR, MORNING);
        List<Copy.Saved> all = atOnce(20, number -> stories.save(id, 1, copy("By " + number), EDITOR, MORNING));
        assertThat(all.stream().filter(each -> each instanceof Copy.Saved.Kept)).hasSize(1);
    }

    @Test
    void stories_of_one_headline_on_one_day_get_addresses_of_their_own() throws Exception {
        List<Address> addresses = atOnce(
                12, number -> done(stories.print(stories.create(copy("Morning briefing"), EDITOR, MORNING), MORNING)));
        assertThat(addresses).doesNotHaveDuplicates().hasSize(12);
    }

    @Test
    void moved_to_another_section_the_old_address_leads_to_the_new_one() {
        StoryId id = stories.create(copy("Wanderer"), EDITOR, MORNING);
        Address before = done(stories.print(id, MORNING));
        stories.save(id, 1, copy("Wanderer renamed", "policy", Reach.EVERYONE), EDITOR, NOON);
        Address after = done(stories.print(id, NOON));
        assertThat(after.path()).isEqualTo("/policy/2025/01/02/wanderer");
        assertThat(inPrint.at(before)).isEqualTo(new Found.Moved(after));
    }

    @Test
    void withdrawn_it_leaves_every_list_and_its_address_says_so() {
        StoryId id = stories.create(copy("Regretted"), EDITOR, MORNING);
        Address address = done(stories.print(id, MORNING));
        done(stories.withdraw(id, "It was not so.", NOON));
        assertThat(inPrint.at(address)).isInstanceOfSatisfying(Found.Withdrawn.class, gone -> {
            assertThat(gone.notice()).isEqualTo("It was not so.");
            assertThat(gone.at()).isEqualTo(NOON);
        });
        assertThat(inPrint.latest(100)).noneMatch(each -> each.id().equals(id));
        assertThat(inPrint.onTopic("open-data", new Slice(1, 100)).entries())
                .noneMatch(each -> each.id().equals(id));
        assertThat(stories.withdraw(id, "again", NOON)).isEqualTo(new Printed.WrongState(State.WITHDRAWN));
    }

    @Test
    void a_correction_is_shown_with_the_story_and_counts_as_an_update() {
        StoryId id = stories.create(copy("Nearly right"), EDITOR, MORNING);
        done(stories.print(id, MORNING));
        done(stories.correct(id, " The sum was 3, not 2. ", EDITOR, NOON));
        Story story = inPrint.story(id).orElseThrow();
        assertThat(story.corrections()).containsExactly(new Correction(NOON, "The sum was 3, not 2."));
        assertThat(story.teaser().updated()).isEqualTo(NOON);
    }

    @Test
    void scheduled_stories_are_printed_once_however_many_nodes_look() throws Exception {
        List<StoryId> due = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            StoryId id = stories.create(copy("At dawn " + i), EDITOR, MORNING);
            assertThat(stories.schedule(id, NOON)).isEqualTo(new Printed.Waiting(State.SCHEDULED));
            due.add(id);
        }
        assertThat(stories.printDue(NOON.minusMillis(1))).isZero();
        List<Integer> printed = atOnce(8, number -> stories.printDue(NOON));
        assertThat(printed.stream().mapToInt(Integer::intValue).sum()).isEqualTo(20);
        assertThat(inPrint.teasers(due))
                .hasSize(20)
                .allMatch(each -> each.published().equals(NOON));
    }

    @Test
    void what_is_missing_is_said_before_it_is_scheduled_or_printed() {
        StoryId id = stories.create(
                new Copy(
                        "",
                        "",
                        StoryHtml.EMPTY,
                        "data",
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Language.ENGLISH,
                        Reach.EVERYONE,
                        Optional.empty()),
                EDITOR,
                MORNING);
        Printed.NotYet missing = new Printed.NotYet(List.of("a headline", "a body"));
        assertThat(stories.schedule(id, NOON)).isEqualTo(missing);
        assertThat(stories.print(id, NOON)).isEqualTo(missing);
    }

    @Test
    void a_section_that_does_not_exist_takes_no_story() {
        assertThatThrownBy(() -> stories.create(copy("Lost", "nowhere", Reach.EVERYONE), EDITOR, MORNING))
                .hasMessageContaining("\"nowhere\"");
    }

    @Test
    void a_story_for_subscribers_keeps_no_more_than_its_beginning_outside_the_guard() {
        StoryId id = stories.create(copy("For subscribers", "data", Reach.SUBSCRIBERS), EDITOR, MORNING);
        done(stories.print(id, MORNING));
        Body body = inPrint.story(id).orElseThrow().body();
        assertThat(body.open(new Access.Preview(Access.Reason.FOR_SUBSCRIBERS)).html())
                .isEqualTo("<p>free words here</p>");
        assertThat(body.openToAll().html()).isEmpty();
    }

    private static Copy copy(String headline) {
        return copy(headline, "data", Reach.EVERYONE);
    }

    private static Copy copy(String headline, String section, Reach reach) {
        return new Copy(
                headline,
                "What it says in one sentence.",
                StoryHtml.clean(WHOLE),
                section,
                List.of(new Topic("open-data", "Open data")),
                List.of(Byline.of("Ada Lovelace")),
                Optional.of("Kyodo News"),
                Optional.of("Tokyo"),
                Language.ENGLISH,
                reach,
                Optional.empty());
    }

    private static Address done(Printed printed) {
        assertThat(printed).isInstanceOf(Printed.Done.class);
        return ((Printed.Done) printed).address();
    }

    private interface Deed<T> {
        T by(int number);
    }

    private static <T> List<T> atOnce(int many, Deed<T> deed) throws Exception {
        CountDownLatch go = new CountDownLatch(1);
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
            List<T> results = new ArrayList<>();
            for (Future<T> each : all) {
                results.add(each.get());
            }
            return results;
        }
    }

    /** No {@code @Configuration}: the paper's own scan would take it for its settings in other tests. */
    static class InJakarta {
        @Bean
        Settings settings() {
            return Settings.load(Map.of("BROADSHEET_ZONE", "Asia/Jakarta", "BROADSHEET_DATA", "target/test-data"));
        }
    }
}
