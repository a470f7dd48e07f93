package org.broadsheet.base.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.broadsheet.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class ChangeNoticesSqlTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private final List<ChangeNotices> nodes = new ArrayList<>();
    private final TransactionTemplate transaction =
            new TransactionTemplate(new DataSourceTransactionManager(database.dataSource()));
    private ChangeNotices one = node(Duration.ofHours(1));

    @BeforeEach
    void one_node() {
        one.start();
    }

    @AfterEach
    void all_stop() {
        nodes.forEach(ChangeNotices::stop);
    }

    @Test
    void two_nodes_hear_a_change_once_each_and_soon() throws InterruptedException {
        ChangeNotices two = node(Duration.ofHours(1));
        two.start();
        BlockingQueue<Change> here = heardBy(one);
        BlockingQueue<Change> there = heardBy(two);
        announce("story", "warm up");
        assertThat(here.poll(5, TimeUnit.SECONDS)).isEqualTo(new Change("story", "warm up"));
        assertThat(there.poll(5, TimeUnit.SECONDS)).isEqualTo(new Change("story", "warm up"));

        List<Long> micros = new ArrayList<>();
        for (int round = 0; round < 50; round++) {
            Change change = new Change("story", "with spaces " + round);
            long begin = System.nanoTime();
            transaction.executeWithoutResult(status -> one.announce(change));
            assertThat(there.poll(5, TimeUnit.SECONDS)).isEqualTo(change);
            micros.add((System.nanoTime() - begin) / 1_000);
            assertThat(here.poll(5, TimeUnit.SECONDS)).isEqualTo(change);
        }
        long median = micros.stream().sorted().toList().get(25);
        assertThat(median).as("median µs from before the commit to hearing it").isLessThan(50_000);
        assertThat(here.poll(50, TimeUnit.MILLISECONDS)).as("nothing twice").isNull();
    }

    @Test
    void what_is_rolled_back_is_not_heard_of() throws InterruptedException {
        BlockingQueue<Change> heard = heardBy(one);
        transaction.executeWithoutResult(status -> {
            one.announce(new Change("story", "undone"));
            status.setRollbackOnly();
        });
        announce("story", "done");
        assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo(new Change("story", "done"));
        assertThatThrownBy(() -> one.announce(new Change("story", "outside")))
                .hasMessageContaining("in the transaction");
    }

    @Test
    void nothing_is_lost_or_told_twice_while_the_listener_is_cut_off_again_and_again() throws InterruptedException {
        BlockingQueue<Change> heard = heardBy(one);
        int writers = 4;
        int each = 150;
        CountDownLatch done = new CountDownLatch(writers);
        for (int writer = 0; writer < writers; writer++) {
            int number = writer;
            Thread.ofVirtual().start(() -> {
                for (int at = 0; at < each; at++) {
                    announce("story", number + "-" + at);
                }
                done.countDown();
            });
        }
        int cuts = 0;
        while (!done.await(40, TimeUnit.MILLISECONDS)) {
            cuts += cut();
        }
        assertThat(cuts).as("times the listener was cut off").isPositive();
        List<String> keys = new ArrayList<>();
        while (keys.size() < writers * each) {
            Change change = heard.poll(20, TimeUnit.SECONDS);
            assertThat(change).as("after " + keys.size()).isNotNull();
            keys.add(change.key());
        }
        assertThat(heard.poll(200, TimeUnit.MILLISECONDS)).as("nothing twice").isNull();
        assertThat(keys)
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, writers)
                        .boxed()
                        .flatMap(writer -> IntStream.range(0, each).mapToObj(at -> writer + "-" + at))
                        .toList());
    }

    @Test
    void a_transaction_that_began_before_the_silence_and_commits_after_it_is_heard() throws InterruptedException {
        BlockingQueue<Change> heard = heardBy(one);
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        Thread slow = Thread.ofVirtual()
                .start(() -> transaction.executeWithoutResult(status -> {
                    one.announce(new Change("story", "slow, with the smaller number"));
                    written.countDown();
                    await(commit);
                }));
        written.await();
        announce("story", "quick, with the greater number");
        assertThat(heard.poll(5, TimeUnit.SECONDS)).extracting(Change::key).isEqualTo("quick, with the greater number");
        one.stop();
        commit.countDown();
        slow.join();
        one.start();
        assertThat(heard.poll(10, TimeUnit.SECONDS)).extracting(Change::key).isEqualTo("slow, with the smaller number");
        assertThat(heard.poll(100, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void who_was_away_for_longer_than_the_rows_are_kept_is_told_that_everything_changed() throws InterruptedException {
        ChangeNotices forgetful = node(Duration.ofMillis(200));
        forgetful.start();
        BlockingQueue<Change> heard = heardBy(forgetful);
        forgetful.stop();
        announce("story", "long ago");
        Thread.sleep(300);
        forgetful.start();
        assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo(Change.EVERYTHING);
    }

    @Test
    void rows_are_purged_only_when_an_old_enough_snapshot_has_seen_them() throws InterruptedException {
        ChangeSql sql = NamedSql.of(database.jdbi(), ChangeSql.class);
        Duration retention = Duration.ofSeconds(2);
        announce("story", "seen by the horizon");
        sql.markHorizon();
        announce("story", "younger than the horizon");
        assertThat(sql.purge(retention)).as("too early").isZero();
        Thread.sleep(2_100);
        sql.purge(retention);
        assertThat(kept()).contains("younger than the horizon").doesNotContain("seen by the horizon");
        sql.forgetHorizons(retention);
    }

    @Test
    void a_listener_that_fails_does_not_keep_the_others_from_hearing() throws InterruptedException {
        one.listen(change -> {
            throw new IllegalStateException("on purpose");
        });
        BlockingQueue<Change> heard = heardBy(one);
        announce("story", "still heard");
        assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo(new Change("story", "still heard"));
    }

    private ChangeNotices node(Duration retention) {
        ChangeNotices node = new ChangeNotices(database.jdbi(), database.url(), retention);
        nodes.add(node);
        return node;
    }

    private static BlockingQueue<Change> heardBy(ChangeNotices node) {
        BlockingQueue<Change> heard = new LinkedBlockingQueue<>();
        node.listen(heard::add);
        return heard;
    }

    private void announce(String kind, String key) {
        transaction.executeWithoutResult(status -> one.announce(new Change(kind, key)));
    }

    private static int cut() {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("""
                                select count(pg_terminate_backend(pid)) from pg_stat_activity
                                 where application_name = 'broadsheet changes' and datname = current_database()
                                """).mapTo(int.class).one());
    }

    private static Stream<String> kept() {
        return database.jdbi()
                .withHandle(handle ->
                        handle.createQuery("select key from base.change").mapTo(String.class).list().stream());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
