package org.broadsheet.base.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a reader has come: the transactions it knows of, as PostgreSQL's own snapshot, since numbers are given out in
 * another order than transactions commit.
 *
 * @param at by the database's clock
 */
record ChangeMark(String snapshot, Instant at) {

    /** One statement, so that the rows are exactly those visible in the new snapshot and not in the old one. */
    private static final String SINCE = """
            select now.snapshot::text, now.at, change.id, change.kind, change.key,
                   pg_snapshot_xmax(now.snapshot) < pg_snapshot_xmax(?::pg_snapshot) as turned_back
              from (select pg_current_snapshot() as snapshot, clock_timestamp() as at) now
              left join base.change
                on change.xid >= pg_snapshot_xmin(?::pg_snapshot)
               and not pg_visible_in_snapshot(change.xid, ?::pg_snapshot)
             order by change.id
            """;

    static final long NO_ROW = 0;

    record Row(long id, Change change) {}

    record Step(ChangeMark mark, List<Row> rows) {}

    static ChangeMark now(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                        connection.prepareStatement("select pg_current_snapshot()::text, clock_timestamp()");
                ResultSet answer = statement.executeQuery()) {
            answer.next();
            return new ChangeMark(answer.getString(1), answer.getTimestamp(2).toInstant());
        }
    }

    /** The changes committed since this mark; {@link Change#EVERYTHING} when some of them may be gone. */
    Step next(Connection connection, Duration retention) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SINCE)) {
            for (int at = 1; at <= 3; at++) {
                statement.setString(at, snapshot);
            }
            try (ResultSet answer = statement.executeQuery()) {
                return read(answer, retention);
            }
        }
    }

    private Step read(ResultSet answer, Duration retention) throws SQLException {
        List<Row> rows = new ArrayList<>();
        @Nullable ChangeMark mark = null;
        boolean lost = false;
        while (answer.next()) {
            if (mark == null) {
                mark = new ChangeMark(
                        answer.getString(1), answer.getTimestamp(2).toInstant());
                // a database restored from an older copy counts its transactions from there again
                lost = answer.getBoolean("turned_back") || mark.at().isAfter(at.plus(retention));
            }
            long id = answer.getLong("id");
            if (!answer.wasNull()) {
                rows.add(new Row(id, new Change(answer.getString("kind"), answer.getString("key"))));
            }
        }
        if (mark == null) {
            throw new SQLException("A question for the present has no answer");
        }
        return new Step(mark, lost ? List.of(new Row(NO_ROW, Change.EVERYTHING)) : rows);
    }
}
