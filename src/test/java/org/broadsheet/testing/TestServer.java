package org.broadsheet.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.broadsheet.base.DatabaseUrl;
import org.broadsheet.base.db.Requirements;
import org.broadsheet.base.postgres.EmbeddedPostgres;
import org.flywaydb.core.Flyway;

/** One PostgreSQL for the whole run, with a migrated template that every test's database is copied from. */
final class TestServer {

    private final DatabaseUrl url;
    private final String prefix = "test_" + ProcessHandle.current().pid() + "_";

    private TestServer(DatabaseUrl url) {
        this.url = url;
        run("create database " + prefix + "template");
        DatabaseUrl template = url.withDatabase(prefix + "template");
        Requirements.met(template);
        Flyway.configure()
                .dataSource(
                        template.jdbc(), template.user(), template.password().value())
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    static TestServer shared() {
        return Holder.SERVER;
    }

    DatabaseUrl url() {
        return url;
    }

    String prefix() {
        return prefix;
    }

    void copyTemplate(String name) {
        run("create database " + name + " template " + prefix + "template");
    }

    void drop(String name) {
        run("drop database if exists " + name + " with (force)");
    }

    private void run(String sql) {
        try (Connection connection = DriverManager.getConnection(
                        url.jdbc(), url.user(), url.password().value());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql + " on " + url, e);
        }
    }

    private static TestServer start() {
        Optional<DatabaseUrl> external = Optional.ofNullable(System.getenv("BROADSHEET_TEST_DATABASE_URL"))
                .map(DatabaseUrl::parse);
        if (external.isPresent()) {
            TestServer server = new TestServer(external.get());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> server.drop(server.prefix + "template")));
            return server;
        }
        try {
            Path folder = Files.createTempDirectory("broadsheet-test-");
            EmbeddedPostgres postgres = EmbeddedPostgres.start(folder);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                postgres.close();
                delete(folder);
            }));
            return new TestServer(postgres.superuser());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Holder {
        private static final TestServer SERVER = start();
    }
}
