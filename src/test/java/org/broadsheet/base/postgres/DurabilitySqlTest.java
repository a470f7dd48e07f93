package org.broadsheet.base.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.broadsheet.base.DatabaseUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the paper's process, and in every other round its PostgreSQL before that, while rows are written. A few rounds
 * here; as many as one likes with {@code mvn test -Dtest=DurabilitySqlTest -Ddurability.rounds=100}.
 */
class DurabilitySqlTest {

    private static final int ROUNDS = Integer.getInteger("durability.rounds", 4);

    @TempDir
    Path data;

    private final Random random = new Random(20_260_103);

    @Test
    void every_acknowledged_write_is_there_after_kill_9() throws Exception {
        Set<String> acknowledged = new HashSet<>();
        long slowest = 0;
        for (int round = 1; round <= ROUNDS; round++) {
            Set<String> now = killed(round, round % 2 == 0);
            assertThat(now).as("writes acknowledged in round " + round).isNotEmpty();
            acknowledged.addAll(now);
            long begin = System.nanoTime();
            try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
                slowest = Math.max(slowest, (System.nanoTime() - begin) / 1_000_000);
                Set<String> lost = new HashSet<>(acknowledged);
                lost.removeAll(found(postgres.url()));
                assertThat(lost)
                        .as("acknowledged and gone after round " + round)
                        .isEmpty();
            }
        }
        System.out.printf(
                "durability: %d rounds, %d acknowledged writes, none lost; slowest recovery %d ms%n",
                ROUNDS, acknowledged.size(), slowest);
    }

    /** What one writer said was acknowledged before it died. */
    private Set<String> killed(int round, boolean serverFirst) throws IOException, InterruptedException {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DurabilityWriter.class.getName(),
                        data.toString(),
                        Integer.toString(round))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        ServerSeen server = new ServerSeen();
        Thread reader = Thread.ofVirtual().start(() -> read(writer, round, acknowledged, server));
        waitFor(acknowledged, 20);
        Thread.sleep(random.nextInt(150));
        if (serverFirst) {
            int before = acknowledged.size();
            ProcessHandle.of(server.pid).orElseThrow().destroyForcibly();
            waitFor(acknowledged, before + 100);
        }
        writer.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        reader.join();
        return acknowledged;
    }

    private static void read(Process writer, int round, Set<String> acknowledged, ServerSeen server) {
        try (BufferedReader lines = writer.inputReader()) {
            for (Optional<String> line = next(lines); line.isPresent(); line = next(lines)) {
                String[] words = line.get().split(" ");
                // the last line of a killed process may be cut off: a number without its end is another number
                if (words[0].equals("wrote") && words.length == 4 && words[3].equals(".")) {
                    acknowledged.add(round + " " + words[1] + " " + words[2]);
                } else if (words[0].equals("postgres") && words.length == 3) {
                    server.pid = Long.parseLong(words[1]);
                }
            }
        } catch (IOException closedByTheKill) {
            assertThat(writer.isAlive()).isFalse();
        }
    }

    private static Optional<String> next(BufferedReader lines) throws IOException {
        return Optional.ofNullable(lines.readLine());
    }

    private static void waitFor(Set<String> acknowledged, int count) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (acknowledged.size() < count) {
            assertThat(System.nanoTime())
                    .as("still only " + acknowledged.size() + " writes")
                    .isLessThan(end);
            Thread.sleep(5);
        }
    }

    private static Set<String> found(DatabaseUrl url) throws SQLException {
        Set<String> found = new HashSet<>();
        try (Connection connection = DriverManager.getConnection(
                        url.jdbc(), url.user(), url.password().value());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select round, writer, number from written")) {
            while (rows.next()) {
                found.add(rows.getInt(1) + " " + rows.getInt(2) + " " + rows.getInt(3));
            }
        }
        return found;
    }

    private static final class ServerSeen {
        private volatile long pid;
    }
}
