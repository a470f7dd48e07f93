package org.broadsheet;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.zaxxer.hikari.HikariDataSource;
import java.time.InstantSource;
import org.broadsheet.base.DatabaseUrl;
import org.broadsheet.base.Settings;
import org.broadsheet.base.SigningSecret;
import org.broadsheet.base.db.JdbiDoor;
import org.broadsheet.base.db.Pool;
import org.broadsheet.paywall.audit.Leaks;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * What the audit needs of a paper that another process runs: its database, and the rooms that only read. Nothing listens,
 * no job is done, and the database is not migrated.
 */
final class BesidePaper implements AutoCloseable {

    private static final int CONNECTIONS = 2;

    private final AnnotationConfigApplicationContext context;

    private BesidePaper(AnnotationConfigApplicationContext context) {
        this.context = context;
    }

    static BesidePaper on(DatabaseUrl database, Settings settings) {
        // standard output belongs to the report
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
            root.setLevel(Level.WARN);
        }
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(HikariDataSource.class, () -> Pool.of(database, CONNECTIONS));
        context.registerBean(Jdbi.class, () -> JdbiDoor.on(context.getBean(HikariDataSource.class)));
        context.registerBean(Settings.class, () -> SigningSecret.in(settings));
        context.registerBean(InstantSource.class, InstantSource::system);
        Leaks.parts().forEach(context::register);
        context.refresh();
        return new BesidePaper(context);
    }

    <T> T door(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
