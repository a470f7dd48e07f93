package org.broadsheet.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.broadsheet.base.Actor;
import org.broadsheet.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class JobsSqlTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static final BlockingQueue<String> DONE = new LinkedBlockingQueue<>();

    private static final Semaphore GO_ON = new Semaphore(0);

    private static final Jobs jobs = database.door(Jobs.class, Declared.class);
    private final TransactionTemplate transaction =
            new TransactionTemplate(new DataSourceTransactionManager(database.dataSource()));

    @Test
    void a_job_is_done_when_its_time_comes_again_when_it_fails_and_not_at_all_when_it_was_undone() throws Exception {
        transaction.executeWithoutResult(status -> {
            jobs.at(Instant.now(), "test.fails-once", "rolled back");
            status.setRollbackOnly();
        });
        jobs.at(Instant.now().plusSeconds(3_600), "test.works", "cancelled");
        jobs.cancel("test.works", "cancelled");
        assertThat(waiting("cancelled")).isZero();
        jobs.at(Instant.now().plusSeconds(3_600), "test.works", "moved");
        jobs.at(Instant.now(), "test.works", "moved");
        assertThat(next()).isEqualTo("moved");
        assertThat(DONE).doesNotContain("rolled back");

        jobs.at(Instant.now(), "test.fails-once", "stubborn");
        assertThat(List.of(next(), next())).containsExactly("failing stubborn", "done stubborn");
    }

    @Test
    void what_is_asked_for_while_it_is_being_done_is_done_once_more() throws Exception {
        jobs.at(Instant.now(), "test.slow", "asked");
        assertThat(next()).isEqualTo("began asked");
        jobs.at(Instant.now(), "test.slow", "asked");
        jobs.cancel("test.slow", "asked");
        assertThat(waiting("asked")).as("what has begun is not undone").isEqualTo(1);
        jobs.at(Instant.now(), "test.slow", "asked");
        jobs.at(Instant.now(), "test.slow", "asked");
        GO_ON.release(10);
        assertThat(next()).isEqualTo("began asked");
        while (waiting("asked") > 0) {
            Thread.sleep(50);
        }
        assertThat(DONE).isEmpty();
    }

    private static int waiting(String key) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select count(*) from ops.job where task_instance like :key || '%'")
                        .bind("key", key)
                        .mapTo(Integer.class)
                        .one());
    }

    @Test
    void the_audit_log_gives_back_who_did_what_the_newest_first() {
        AuditLog log = database.door(AuditLog.class);
        Instant at = Instant.parse("2026-01-03T04:10:07Z");
        AuditLog.Entry first =
                new AuditLog.Entry(at, new Actor("An Editor"), "withdrawn", "story 7", "by the agency's wish");
        AuditLog.Entry second = new AuditLog.Entry(at.plusSeconds(9), Actor.PAPER, "printed", "story 7", "");
        log.write(first);
        log.write(second);
        assertThat(log.about("story 7")).containsExactly(second, first);
        assertThat(log.latest(1)).containsExactly(second);
        assertThat(log.about("story 8")).isEmpty();
    }

    private static String next() throws InterruptedException {
        String done = DONE.poll(60, TimeUnit.SECONDS);
        assertThat(done).isNotNull();
        return done;
    }

    static class Declared {

        private boolean failed;

        @Bean
        Job slow() {
            return Job.asked("test.slow", key -> {
                DONE.add("began " + key);
                GO_ON.acquireUninterruptibly();
            });
        }

        @Bean
        Job works() {
            return Job.asked("test.works", DONE::add);
        }

        @Bean
        Job failsOnce() {
            return Job.asked("test.fails-once", key -> {
                if (!failed) {
                    failed = true;
                    DONE.add("failing " + key);
                    throw new IllegalStateException("on purpose");
                }
                DONE.add("done " + key);
            });
        }
    }
}
