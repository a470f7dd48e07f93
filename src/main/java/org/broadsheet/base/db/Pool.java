package org.broadsheet.base.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import org.broadsheet.base.DatabaseUrl;
import org.jspecify.annotations.Nullable;

/** The pool of connections: dead ones are noticed, and a restarted database is found again. */
public final class Pool {

    private Pool() {}

    public static HikariDataSource of(DatabaseUrl url, int connections) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("broadsheet");
        config.setJdbcUrl(url.jdbc());
        config.setUsername(url.user());
        config.setPassword(url.password().value());
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(Math.min(2, connections));
        config.setConnectionTimeout(Duration.ofSeconds(10).toMillis());
        config.setKeepaliveTime(Duration.ofMinutes(2).toMillis());
        config.addDataSourceProperty("ApplicationName", "broadsheet");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        // The paper's own questions go the way of one index whatever is asked for; planning each took longer than
        // answering.
        // Search, whose best way depends on the words, asks for a plan of its own.
        config.setConnectionInitSql("set plan_cache_mode = force_generic_plan");
        return new HikariDataSource(config);
    }

    /** All connections were taken for so long that what was asked was given up before anything was done. */
    public static boolean waitedInVain(Throwable failed) {
        @Nullable Throwable at = failed;
        while (at != null && !(at instanceof SQLTransientConnectionException)) {
            at = at.getCause();
        }
        return at != null;
    }
}
