package org.broadsheet.testing;

import com.zaxxer.hikari.HikariDataSource;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.broadsheet.base.DatabaseUrl;
import org.broadsheet.base.db.JdbiDoor;
import org.broadsheet.base.db.Pool;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/**
 * A database of a test class's own, migrated and empty, on real PostgreSQL:
 * <pre>{@code
 * @RegisterExtension
 * static final TestDatabase database = TestDatabase.fresh();
 * final Stories stories = database.door(Stories.class);
 * }</pre>
 * The server is our own embedded one, or the one {@code BROADSHEET_TEST_DATABASE_URL} names (its user must be allowed to
 * make databases).
 */
public final class TestDatabase implements AfterAllCallback, AutoCloseable {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String name;
    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final List<AutoCloseable> opened = new ArrayList<>();

    private TestDatabase(String name, DatabaseUrl url) {
        this.name = name;
        this.pool = Pool.of(url, 10);
        this.jdbi = JdbiDoor.on(pool);
    }

    public static TestDatabase fresh() {
        TestServer server = TestServer.shared();
        String name = server.prefix() + COUNT.incrementAndGet();
        server.copyTemplate(name);
        return new TestDatabase(name, server.url().withDatabase(name));
    }

    /** The same database as another node of the paper has it: connections, doors and transactions of its own. */
    public TestDatabase anotherNode() {
        TestDatabase node = new TestDatabase(name, url());
        opened.add(node::closeDoors);
        return node;
    }

    public DatabaseUrl url() {
        return TestServer.shared().url().withDatabase(name);
    }

    public DataSource dataSource() {
        return pool;
    }

    public Jdbi jdbi() {
        return jdbi;
    }

    /** The door as the paper runs it, its {@code @Transactional} methods included, with the clock of the machine. */
    public <T> T door(Class<T> door, Class<?>... others) {
        return context(InstantSource.system(), door, others).getBean(door);
    }

    /** As {@link #door}, with a clock of the test's own. */
    public <T> T doorAt(InstantSource clock, Class<T> door, Class<?>... others) {
        return context(clock, door, others).getBean(door);
    }

    private AnnotationConfigApplicationContext context(InstantSource clock, Class<?> door, Class<?>... others) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(HikariDataSource.class, () -> pool, definition -> definition.setDestroyMethodName(""));
        context.registerBean(PlatformTransactionManager.class, () -> new DataSourceTransactionManager(pool));
        context.registerBean(Jdbi.class, () -> jdbi);
        context.registerBean(InstantSource.class, () -> clock);
        context.register(Transactions.class, door);
        if (others.length > 0) {
            context.register(others);
        }
        context.refresh();
        opened.add(context);
        return context;
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        close();
    }

    @Override
    public void close() throws Exception {
        closeDoors();
        TestServer.shared().drop(name);
    }

    private void closeDoors() throws Exception {
        for (AutoCloseable one : opened) {
            one.close();
        }
        pool.close();
    }

    @EnableTransactionManagement
    static class Transactions {}
}
