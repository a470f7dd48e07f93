package org.broadsheet.paywall.meter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.broadsheet.base.Settings;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.story.StoryId;
import org.broadsheet.testing.People;
import org.broadsheet.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.context.annotation.Bean;

/** The meter of registered readers, on two nodes that share a database. */
class MeterReadingsSqlTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final YearMonth MONTH = YearMonth.of(2026, 11);
    private static final int MOST = 3;

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static final MeterReadings one = database.door(MeterReadings.class, Three.class);
    private static final MeterReadings other = database.door(MeterReadings.class, Three.class);

    static class Three {
        @Bean
        Settings settings() {
            return Settings.load(Map.of("BROADSHEET_METER", Integer.toString(MOST)));
        }
    }

    @Test
    void two_hundred_stories_at_once_on_two_nodes_and_exactly_as_many_are_opened_as_are_free() throws Exception {
        ReaderId reader = People.join(database.jdbi(), "eager@paper.test");
        List<Callable<Optional<Integer>>> wishes = LongStream.rangeClosed(1, 200)
                .<Callable<Optional<Integer>>>mapToObj(
                        story -> () -> (story % 2 == 0 ? one : other).open(wish(reader, story), Set.of()))
                .toList();
        List<Optional<Integer>> granted =
                atOnce(wishes).stream().filter(Optional::isPresent).toList();
        assertThat(granted).containsExactlyInAnyOrder(Optional.of(1), Optional.of(2), Optional.of(3));
        assertThat(noted(reader)).hasSize(MOST);
    }

    @Test
    void one_story_opened_in_forty_tabs_at_once_counts_once() throws Exception {
        ReaderId reader = People.join(database.jdbi(), "tabs@paper.test");
        List<Callable<Optional<Integer>>> wishes = LongStream.rangeClosed(1, 40)
                .<Callable<Optional<Integer>>>mapToObj(
                        tab -> () -> (tab % 2 == 0 ? one : other).open(wish(reader, 9), Set.of()))
                .toList();
        assertThat(atOnce(wishes)).allMatch(Optional.of(1)::equals);
        assertThat(noted(reader)).hasSize(1);
    }

    @Test
    void in_whatever_order_stories_come_no_more_than_so_many_different_ones_are_opened_a_month() {
        Random order = new Random(7);
        for (int attempt = 0; attempt < 25; attempt++) {
            ReaderId reader = People.join(database.jdbi(), "order" + attempt + "@paper.test");
            Set<Long> opened = new HashSet<>();
            for (int i = 0; i < 20; i++) {
                long story = 1 + order.nextInt(6);
                boolean granted = one.open(wish(reader, story), Set.of()).isPresent();
                assertThat(granted).isEqualTo(opened.contains(story) || opened.size() < MOST);
                if (granted) {
                    opened.add(story);
                }
            }
            assertThat(opened.size()).isLessThanOrEqualTo(MOST);
        }
    }

    @Test
    void the_same_story_again_is_free_and_a_new_month_begins_anew() {
        ReaderId reader = People.join(database.jdbi(), "again@paper.test");
        for (long story = 1; story <= MOST; story++) {
            assertThat(one.open(wish(reader, story), Set.of())).contains((int) story);
        }
        assertThat(one.open(wish(reader, 4), Set.of())).isEmpty();
        assertThat(one.open(wish(reader, 1), Set.of())).contains(MOST);
        assertThat(one.open(new MeterReadings.Opening(reader, MONTH.plusMonths(1), new StoryId(4), NOW), Set.of()))
                .contains(1);
    }

    @Test
    void what_was_opened_before_signing_in_counts_once_and_stays_open() {
        ReaderId reader = People.join(database.jdbi(), "before@paper.test");
        Set<StoryId> before = Set.of(new StoryId(11), new StoryId(12));
        assertThat(one.merged(reader, MONTH, before, NOW)).isEqualTo(2);
        assertThat(other.merged(reader, MONTH, before, NOW)).isEqualTo(2);
        assertThat(one.open(wish(reader, 11), before)).contains(2);
        assertThat(one.open(wish(reader, 13), before)).contains(3);
        assertThat(one.open(wish(reader, 14), before)).isEmpty();
        assertThat(one.open(wish(reader, 12), Set.of())).contains(3);
    }

    @Test
    void coming_with_more_than_are_free_opens_nothing_more() {
        ReaderId reader = People.join(database.jdbi(), "much@paper.test");
        one.open(wish(reader, 1), Set.of());
        one.open(wish(reader, 2), Set.of());
        Set<StoryId> before = Set.of(new StoryId(21), new StoryId(22), new StoryId(23));
        assertThat(one.open(wish(reader, 24), before)).isEmpty();
        assertThat(one.open(wish(reader, 22), Set.of())).contains(5);
    }

    @Test
    void it_is_all_told_and_forgotten_with_the_reader_and_old_months_go_by_themselves() {
        ReaderId reader = People.join(database.jdbi(), "gone@paper.test");
        one.open(wish(reader, 31), Set.of());
        MeterData data = new MeterData(database.jdbi());
        assertThat(data.of(reader).toString()).contains("31");
        one.purge(MONTH);
        assertThat(noted(reader)).hasSize(1);
        one.purge(MONTH.plusMonths(1));
        assertThat(noted(reader)).isEmpty();
        one.open(wish(reader, 32), Set.of());
        data.forget(reader);
        assertThat(noted(reader)).isEmpty();
    }

    private static MeterReadings.Opening wish(ReaderId reader, long story) {
        return new MeterReadings.Opening(reader, MONTH, new StoryId(story), NOW);
    }

    private static List<Long> noted(ReaderId reader) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("select story from paywall.meter_read where reader = :reader")
                        .bind("reader", reader.value())
                        .mapTo(Long.class)
                        .list());
    }

    private static <T> List<T> atOnce(List<Callable<T>> all) throws Exception {
        List<Callable<T>> mixed = new ArrayList<>(all);
        Collections.shuffle(mixed, new Random(3));
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> answers = mixed.stream()
                    .map(each -> threads.submit(() -> {
                        go.await();
                        return each.call();
                    }))
                    .toList();
            go.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> answer : answers) {
                results.add(answer.get());
            }
            return results;
        }
    }
}
