package org.broadsheet.base.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.broadsheet.base.DatabaseUrl;
import org.broadsheet.base.PrivateFiles;
import org.broadsheet.base.Secret;
import org.broadsheet.base.cli.CommandFailure;

/**
 * A real PostgreSQL in the paper's data folder, run as our own child: kept running while we run, stopped when we stop,
 * found again when we were killed.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final String NAME = "broadsheet";

    private final FolderLock lock;
    private final Cluster cluster;
    private final Postmaster postmaster;

    private EmbeddedPostgres(FolderLock lock, Cluster cluster, Postmaster postmaster) {
        this.lock = lock;
        this.cluster = cluster;
        this.postmaster = postmaster;
    }

    /** Starts the database in {@code data/postgres}, making it when there is none. Refuses with {@link CommandFailure}. */
    public static EmbeddedPostgres start(Path data) {
        Path folder = data.toAbsolutePath().normalize().resolve("postgres");
        try {
            PrivateFiles.folder(folder);
        } catch (IOException e) {
            throw Words.about("The data folder cannot be used", folder, e);
        }
        FolderLock lock = FolderLock.take(folder);
        try {
            return start(folder, lock);
        } catch (IOException e) {
            lock.close();
            throw Words.about("The database in " + folder + " cannot be started", folder, e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static EmbeddedPostgres start(Path folder, FolderLock lock) throws IOException {
        RunAs runAs = RunAs.suitable();
        Binaries binaries = Binaries.unpackedIn(Cache.folder(folder, runAs));
        Cluster cluster = new Cluster(folder, binaries, runAs);
        boolean first = !cluster.made();
        if (first) {
            cluster.make();
        }
        runAs.give(folder);
        Postmaster postmaster = Postmaster.start(cluster, binaries, runAs);
        EmbeddedPostgres postgres = new EmbeddedPostgres(lock, cluster, postmaster);
        if (first || !postgres.hasDatabase()) {
            postgres.makeDatabase();
        }
        return postgres;
    }

    /** The paper's database in {@code data} while another process runs it there; its password is in the folder. */
    public static Optional<DatabaseUrl> running(Path data) {
        Path folder = data.toAbsolutePath().normalize().resolve("postgres");
        Path files = folder.resolve(Cluster.MAJOR);
        try {
            if (PidFile.in(files).flatMap(file -> file.postgresOn(files)).isEmpty()) {
                return Optional.empty();
            }
            String port = Files.readString(folder.resolve("port")).strip();
            String password = Files.readString(folder.resolve("password")).strip();
            return Optional.of(
                    new DatabaseUrl("jdbc:postgresql://127.0.0.1:" + port + "/" + NAME, NAME, new Secret(password)));
        } catch (IOException notOurs) {
            return Optional.empty();
        }
    }

    /** The paper's own database, as its owner: no superuser, so that a mistake in SQL cannot reach the machine. */
    public DatabaseUrl url() {
        return url(NAME, NAME);
    }

    /** The whole server, as its superuser: for tests and repairs. */
    public DatabaseUrl superuser() {
        return url("postgres", "postgres");
    }

    /** The process that serves the database now; another one after a crash. */
    public long pid() {
        return postmaster.pid();
    }

    /** Stops the database: sessions are ended, what was committed stays. */
    @Override
    public void close() {
        try {
            postmaster.stop();
        } finally {
            lock.close();
        }
    }

    private DatabaseUrl url(String database, String user) {
        return new DatabaseUrl(
                "jdbc:postgresql://127.0.0.1:" + postmaster.port() + "/" + database,
                user,
                new Secret(cluster.password()));
    }

    private boolean hasDatabase() {
        try (Connection connection = connect(url())) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    private void makeDatabase() {
        try (Connection connection = connect(superuser());
                Statement statement = connection.createStatement()) {
            if (!exists(statement, "select 1 from pg_roles where rolname = '" + NAME + "'")) {
                statement.execute("create role " + NAME + " login password '" + cluster.password() + "'");
            }
            if (!exists(statement, "select 1 from pg_database where datname = '" + NAME + "'")) {
                statement.execute("create database " + NAME + " owner " + NAME);
            }
        } catch (SQLException e) {
            postmaster.stop();
            throw new CommandFailure(
                    "The database started, but the paper's part of it cannot be made: " + e.getMessage(),
                    "Start again; if it stays, ./broadsheet doctor looks for the usual reasons.",
                    e);
        }
    }

    private static boolean exists(Statement statement, String question) throws SQLException {
        try (ResultSet rows = statement.executeQuery(question)) {
            return rows.next();
        }
    }

    private static Connection connect(DatabaseUrl url) throws SQLException {
        return DriverManager.getConnection(
                url.jdbc(), url.user(), url.password().value());
    }

    /** Where the programs are unpacked: once per user, or in the data folder when another user is to run them. */
    private static final class Cache {

        private static Path folder(Path postgres, RunAs runAs) {
            Path home = Path.of(System.getProperty("user.home"), ".cache");
            boolean ours = runAs.owner().isEmpty() && (Files.isWritable(home) || Files.isWritable(home.getParent()));
            return ours ? home.resolve("broadsheet") : postgres.resolve("programs");
        }
    }
}
