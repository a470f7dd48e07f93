package org.broadsheet.ops;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;

/**
 * Work for later, kept in the database: asked for in the transaction that wants it, done by whichever node is free, within
 * about a second of its time.
 */
@Component
public class Jobs implements SmartLifecycle {

    private static final String TABLE = "ops.job";
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(5);
    private static final int AT_ONCE = 8;
    private static final int MOST_AT_A_TIME = 3;
    private static final String AGAIN = "#again";

    private final DataSource database;
    private final ObjectProvider<Job> declared;
    private final SchedulerClient client;
    private @Nullable Scheduler scheduler;

    Jobs(DataSource database, ObjectProvider<Job> declared) {
        this.database = database;
        this.declared = declared;
        this.client = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(database))
                .tableName(TABLE)
                .build();
    }

    /**
     * Once, at that time; asked again with the same key before then, the time moves; asked again while it is being done, it is
     * done once more.
     */
    public void at(Instant when, String name, String key) {
        for (int again = 0; again < MOST_AT_A_TIME; again++) {
            if (isAsked(new TaskInstance<>(name, again == 0 ? key : key + AGAIN + again), when)) {
                return;
            }
        }
        throw new IllegalStateException(name + " is being done " + MOST_AT_A_TIME + " times for the same key");
    }

    /** False while it is being done: what has begun may not see why it was asked for again. */
    private boolean isAsked(TaskInstance<Void> instance, Instant when) {
        while (!client.scheduleIfNotExists(instance, when)) {
            try {
                return client.reschedule(instance, when);
            } catch (TaskInstanceCurrentlyExecutingException begun) {
                return false;
            } catch (TaskInstanceNotFoundException doneMeanwhile) {
                Thread.onSpinWait();
            }
        }
        return true;
    }

    /** No longer, if it has not begun. */
    public void cancel(String name, String key) {
        for (int again = 0; again < MOST_AT_A_TIME; again++) {
            TaskInstance<Void> instance = new TaskInstance<>(name, again == 0 ? key : key + AGAIN + again);
            try {
                if (client.getScheduledExecution(instance).isPresent()) {
                    client.cancel(instance);
                }
            } catch (TaskInstanceCurrentlyExecutingException | TaskInstanceNotFoundException begun) {
                Thread.onSpinWait();
            }
        }
    }

    private static String key(String instance) {
        int again = instance.indexOf(AGAIN);
        return again < 0 ? instance : instance.substring(0, again);
    }

    @Override
    public synchronized void start() {
        List<Task<?>> asked = new ArrayList<>();
        List<RecurringTask<Void>> recurring = new ArrayList<>();
        for (Job job : declared.stream().toList()) {
            job.every()
                    .ifPresentOrElse(
                            interval -> recurring.add(Tasks.recurring(job.name(), FixedDelay.of(interval))
                                    .execute((instance, context) -> job.work().accept(""))),
                            () -> asked.add(Tasks.oneTime(job.name())
                                    .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(FIRST_RETRY))
                                    .execute((instance, context) -> job.work().accept(key(instance.getId())))));
        }
        scheduler = new SchedulerBuilder(database, asked)
                .startTasks(recurring)
                .tableName(TABLE)
                .threads(AT_ONCE)
                .executorService(Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("job-", 0).factory()))
                .pollingInterval(LOOK_EVERY)
                .heartbeatInterval(Duration.ofSeconds(30))
                .pollUsingLockAndFetch(0.5, 1.0)
                .shutdownMaxWait(Duration.ofSeconds(20))
                .build();
        scheduler.start();
    }

    @Override
    public synchronized void stop() {
        if (scheduler != null) {
            scheduler.stop();
            scheduler = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return scheduler != null;
    }
}
