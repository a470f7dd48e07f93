package org.broadsheet.base.postgres;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.broadsheet.base.db.Pool;

/**
 * The program that {@link DurabilitySqlTest} kills: writes rows without end and says on standard output which ones the
 * database has acknowledged. Arguments: data folder, round.
 */
public final class DurabilityWriter {

    private static final int WRITERS = 4;

    private DurabilityWriter() {}

    public static void main(String[] args) throws Exception {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(Path.of(args[0]));
        int round = Integer.parseInt(args[1]);
        HikariDataSource pool = Pool.of(postgres.url(), WRITERS);
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "create table if not exists written (round int, writer int, number int, primary key (round, writer, number))");
        }
        say("postgres " + postgres.pid() + " .");
        for (int writer = 0; writer < WRITERS; writer++) {
            int own = writer;
            Thread.ofPlatform().start(() -> write(pool, postgres, round, own));
        }
    }

    private static void write(HikariDataSource pool, EmbeddedPostgres postgres, int round, int writer) {
        for (int number = 0; ; number++) {
            try (Connection connection = pool.getConnection();
                    PreparedStatement insert = connection.prepareStatement("insert into written values (?, ?, ?)")) {
                insert.setInt(1, round);
                insert.setInt(2, writer);
                insert.setInt(3, number);
                insert.executeUpdate();
                say("wrote " + writer + " " + number + " .");
            } catch (SQLException e) {
                // not acknowledged, so nothing is promised; the next one waits for the server to be back
                say("postgres " + postgres.pid() + " .");
            }
        }
    }

    private static synchronized void say(String line) {
        System.out.println(line);
    }
}
