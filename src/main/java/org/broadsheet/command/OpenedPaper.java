package org.broadsheet.command;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.core.ConsoleAppender;
import com.zaxxer.hikari.HikariDataSource;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.base.DatabaseUrl;
import org.broadsheet.base.SettingRefused;
import org.broadsheet.base.Settings;
import org.broadsheet.base.SigningSecret;
import org.broadsheet.base.cli.CommandFailure;
import org.broadsheet.base.db.DatabaseServer;
import org.broadsheet.base.db.JdbiDoor;
import org.broadsheet.base.db.Pool;
import org.broadsheet.base.postgres.EmbeddedPostgres;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/**
 * A paper's data for a command that works on it for a moment: some of its doors on its database, no web server. While the
 * paper runs from the same folder its database is used as it runs; else it is started and stopped again.
 */
public final class OpenedPaper implements AutoCloseable {

    private static final int CONNECTIONS = 2;

    private final Optional<DatabaseServer> started;
    private final HikariDataSource pool;
    private final AnnotationConfigApplicationContext context;

    private OpenedPaper(Optional<DatabaseServer> started, HikariDataSource pool, Settings settings) {
        this.started = started;
        this.pool = pool;
        this.context = new AnnotationConfigApplicationContext();
        context.registerBean(Settings.class, () -> settings);
        context.registerBean(InstantSource.class, InstantSource::system);
        context.registerBean(HikariDataSource.class, () -> pool, definition -> definition.setDestroyMethodName(""));
        context.registerBean(Jdbi.class, () -> JdbiDoor.on(pool));
        context.registerBean(PlatformTransactionManager.class, () -> new DataSourceTransactionManager(pool));
        context.register(Transactions.class);
    }

    /**
     * @param said what the command line says, as in {@link RunningPaper#start}
     * @param rooms packages whose doors are wanted
     * @param others single classes
     */
    public static OpenedPaper open(Map<String, String> said, String[] rooms, Class<?>... others) {
        quiet();
        Settings settings = SigningSecret.in(settings(said));
        Optional<DatabaseUrl> running = settings.storage().database().isPresent()
                ? Optional.empty()
                : EmbeddedPostgres.running(settings.data());
        Optional<DatabaseServer> started =
                running.isPresent() ? Optional.empty() : Optional.of(DatabaseServer.starting(settings.storage()));
        DatabaseUrl url = running.orElseGet(() -> started.orElseThrow().url());
        HikariDataSource pool = Pool.of(url, CONNECTIONS);
        OpenedPaper paper = new OpenedPaper(started, pool, settings);
        try {
            if (running.isEmpty()) {
                Flyway.configure().dataSource(pool).outOfOrder(true).load().migrate();
            }
            if (rooms.length > 0) {
                paper.context.scan(rooms);
            }
            if (others.length > 0) {
                paper.context.register(others);
            }
            paper.context.refresh();
            return paper;
        } catch (RuntimeException failed) {
            paper.close();
            throw failed;
        }
    }

    /** Standard output belongs to what commands answer, and what goes well is not news. */
    private static void quiet() {
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
            root.setLevel(Level.WARN);
            ((Logger) LoggerFactory.getLogger("org.flywaydb")).setLevel(Level.ERROR);
            root.iteratorForAppenders().forEachRemaining(appender -> {
                if (appender instanceof ConsoleAppender<?> console) {
                    console.stop();
                    console.setTarget("System.err");
                    console.start();
                }
            });
        }
    }

    public <T> T door(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
        pool.close();
        started.ifPresent(DatabaseServer::destroy);
    }

    @EnableTransactionManagement
    static class Transactions {}

    /** As the paper would start with; refuses those that cannot be used. */
    public static Settings settings(Map<String, String> said) {
        try {
            return Settings.load(System.getenv(), said);
        } catch (SettingRefused refused) {
            throw new CommandFailure(
                    refused.reason(), "Correct it; 'help settings' lists what each one takes.", refused);
        }
    }
}
