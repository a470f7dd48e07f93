package org.broadsheet.ops;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.broadsheet.base.db.ChangeNotices;
import org.springframework.stereotype.Component;

/** Whether this node can serve readers now, part by part. */
@Component
public class Health {

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(2);
    private static final String OK = "ok";

    private final DataSource database;
    private final ChangeNotices changes;

    Health(DataSource database, ChangeNotices changes) {
        this.database = database;
        this.changes = changes;
    }

    /** Each part with {@code ok} or what is wrong with it, in words that say nothing of addresses or users. */
    public record Report(Map<String, String> parts) {
        public boolean ready() {
            return parts.values().stream().allMatch(OK::equals);
        }
    }

    public Report report() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("database", inTime(() -> ask("select true") ? OK : "does not answer"));
        // flyway notes a migration that failed in its table; one that is missing keeps the paper from starting
        parts.put(
                "migrations",
                inTime(() ->
                        ask("select bool_and(success) from public.flyway_schema_history") ? OK : "one has failed"));
        parts.put("changes", changes.connected() ? OK : "not heard at the moment");
        return new Report(parts);
    }

    private boolean ask(String question) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    /** On a thread of its own: a pool with nothing left, or a database that hangs, must not hold the answer back. */
    private static String inTime(Callable<String> question) {
        FutureTask<String> asked = new FutureTask<>(question);
        Thread.ofVirtual().name("health").start(asked);
        try {
            return asked.get(ANSWER_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            asked.cancel(true);
            return "no answer within " + ANSWER_WITHIN.toSeconds() + " s";
        } catch (ExecutionException e) {
            return "cannot be reached";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "was interrupted";
        }
    }
}
