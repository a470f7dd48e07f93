package org.broadsheet.base.db;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.function.Consumer;
import org.broadsheet.base.DatabaseUrl;
import org.broadsheet.base.Secret;
import org.jdbi.v3.core.Jdbi;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells every node what changed, a few milliseconds after the transaction that changed it has committed. Nothing is lost
 * while a node's connection is down: it reads what it missed when it is back, or is told {@link Change#EVERYTHING} when
 * it was away for longer than an hour. Each change comes once; changes of different transactions may come in any order.
 */
@Component
public class ChangeNotices implements SmartLifecycle {

    private static final Duration RETENTION = Duration.ofHours(1);

    /** Before the web server, which must not serve what a missed change has made wrong. */
    private static final int BEFORE_THE_WEB = -1_000;

    private final ChangeSql sql;
    private final ChangeReader reader;

    @Autowired
    public ChangeNotices(Jdbi jdbi, HikariDataSource pool) {
        this(jdbi, new DatabaseUrl(pool.getJdbcUrl(), pool.getUsername(), new Secret(pool.getPassword())), RETENTION);
    }

    ChangeNotices(Jdbi jdbi, DatabaseUrl url, Duration retention) {
        this.sql = NamedSql.of(jdbi, ChangeSql.class);
        this.reader = new ChangeReader(url, jdbi, retention);
    }

    /** Part of the transaction that makes the change, which there must be: rolled back, nobody hears of it. */
    public void announce(Change change) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A change is announced in the transaction that makes it: " + change);
        }
        sql.announce(change.kind(), change.key());
    }

    /**
     * Calls the listener for every change from now on, this node's own included, one after the other on one thread:
     * it should be quick and must not wait for another change. Close what is returned to hear no more.
     */
    public Listening listen(Consumer<Change> listener) {
        return reader.listen(listener);
    }

    /** True while the connection stands; at other times changes come late, not never. */
    public boolean connected() {
        return reader.connected();
    }

    /** Ends a listener. */
    public interface Listening extends AutoCloseable {
        @Override
        void close();
    }

    @Override
    public void start() {
        reader.start();
    }

    @Override
    public void stop() {
        reader.stop();
    }

    @Override
    public boolean isRunning() {
        return reader.running();
    }

    @Override
    public int getPhase() {
        return BEFORE_THE_WEB;
    }
}
