package org.broadsheet.base.db;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.broadsheet.base.DatabaseUrl;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thread and one connection of its own that hear what changed, and after a silence read what they missed. */
final class ChangeReader {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeReader.class);

    /** Also how soon a connection that died without a word is noticed. */
    private static final Duration CHECKPOINT = Duration.ofSeconds(5);

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
    private static final Duration PURGE_EVERY = Duration.ofMinutes(10);
    private static final int MANY = 10_000;

    private final DatabaseUrl url;
    private final ChangeSql sql;
    private final Duration retention;
    private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();

    private volatile boolean running;
    private volatile boolean connected;
    private volatile @Nullable Connection connection;
    private @Nullable Thread thread;

    // of the reading thread alone
    private @Nullable ChangeMark mark;
    private Set<Long> told = new HashSet<>();
    private Set<Long> toldBefore = new HashSet<>();
    private long checkpointAt;
    private long purgeAt = System.nanoTime() + PURGE_EVERY.toNanos();

    ChangeReader(DatabaseUrl url, Jdbi jdbi, Duration retention) {
        this.url = url;
        this.sql = NamedSql.of(jdbi, ChangeSql.class);
        this.retention = retention;
    }

    ChangeNotices.Listening listen(Consumer<Change> listener) {
        // wrapped, so that one listener given twice is two
        Consumer<Change> own = listener::accept;
        listeners.add(own);
        return () -> listeners.remove(own);
    }

    boolean connected() {
        return connected;
    }

    boolean running() {
        return running;
    }

    /** Returns when it listens: whatever is committed afterwards is heard. */
    synchronized void start() {
        if (running) {
            return;
        }
        running = true;
        try {
            connect();
        } catch (SQLException e) {
            LOG.warn("Changes cannot be heard yet: {}", e.getMessage());
        }
        // Not a virtual one: those share as many carriers as there are cores with all who make pages, and news goes
        // first.
        thread = Thread.ofPlatform().daemon().name("change-notices").start(this::run);
    }

    synchronized void stop() {
        running = false;
        drop();
        if (thread != null) {
            thread.interrupt();
            thread = null;
        }
    }

    private void run() {
        long silence = 0;
        while (running) {
            try {
                boolean missed = mark == null;
                Connection open = connection == null ? connect() : connection;
                silence = 0;
                if (missed) {
                    // whatever was committed since the start and before this went unheard
                    tell(ChangeMark.NO_ROW, Change.EVERYTHING);
                }
                hear(open);
            } catch (SQLException e) {
                drop();
                silence = Math.min(2_000, silence + 100);
                if (running) {
                    LOG.warn("Changes are not heard for the moment: {}", e.getMessage());
                    pause(silence);
                }
            }
        }
    }

    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", url.user());
        properties.setProperty("password", url.password().value());
        properties.setProperty("ApplicationName", "broadsheet changes");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", Long.toString(ANSWER_WITHIN.toSeconds()));
        Connection open = DriverManager.getConnection(url.jdbc(), properties);
        connection = open;
        try (Statement statement = open.createStatement()) {
            statement.execute("listen broadsheet_change");
        }
        // only now: what commits between the two is then heard twice, never not at all
        if (mark == null) {
            mark = ChangeMark.now(open);
        } else {
            checkpoint(open);
        }
        checkpointAt = System.nanoTime() + CHECKPOINT.toNanos();
        connected = true;
        return open;
    }

    private void hear(Connection open) throws SQLException {
        PGConnection postgres = open.unwrap(PGConnection.class);
        while (running) {
            long wait = (checkpointAt - System.nanoTime()) / 1_000_000;
            if (wait <= 0 || told.size() > MANY) {
                checkpoint(open);
                checkpointAt = System.nanoTime() + CHECKPOINT.toNanos();
                purge();
            } else {
                for (PGNotification notice : notices(postgres, (int) wait)) {
                    tell(notice.getParameter());
                }
            }
        }
    }

    private static PGNotification[] notices(PGConnection postgres, int wait) throws SQLException {
        @Nullable PGNotification[] heard = postgres.getNotifications(wait);
        return heard == null ? new PGNotification[0] : heard;
    }

    /** Tells what no notification has told, and moves the mark, so that little has to be read after a silence. */
    private void checkpoint(Connection open) throws SQLException {
        ChangeMark from = mark == null ? ChangeMark.now(open) : mark;
        ChangeMark.Step step = from.next(open, retention);
        step.rows().forEach(row -> tell(row.id(), row.change()));
        mark = step.mark();
        // a notification may still be on its way for what was just read: remembered for one round more
        toldBefore = told;
        told = new HashSet<>();
    }

    private void tell(String notice) {
        String[] parts = notice.split(" ", 3);
        try {
            tell(Long.parseLong(parts[0]), new Change(parts[1], parts[2]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            LOG.warn("Not one of our notifications, passed over: {}", notice);
        }
    }

    private void tell(long id, Change change) {
        if (id != ChangeMark.NO_ROW && (toldBefore.contains(id) || !told.add(id))) {
            return;
        }
        for (Consumer<Change> listener : listeners) {
            try {
                listener.accept(change);
            } catch (RuntimeException e) {
                LOG.error("A listener failed on {}", change, e);
            }
        }
    }

    private void purge() {
        if (System.nanoTime() < purgeAt) {
            return;
        }
        purgeAt = System.nanoTime() + PURGE_EVERY.toNanos();
        try {
            sql.markHorizon();
            sql.purge(retention);
            sql.forgetHorizons(retention);
        } catch (RuntimeException e) {
            LOG.warn("Old changes could not be purged, which is tried again later: {}", e.getMessage());
        }
    }

    private void drop() {
        connected = false;
        Connection last = connection;
        connection = null;
        if (last != null) {
            try {
                last.abort(Runnable::run);
            } catch (SQLException e) {
                LOG.debug("A lost connection did not close", e);
            }
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
