package org.broadsheet.base.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.broadsheet.base.DatabaseUrl;
import org.broadsheet.base.cli.CommandFailure;
import org.broadsheet.base.db.Pool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresSqlTest {

    @TempDir
    static Path data;

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void the_first_start() {
        postgres = EmbeddedPostgres.start(data);
    }

    @AfterAll
    static void the_last_stop() {
        postgres.close();
    }

    @Test
    void what_is_on_disk_is_for_its_owner_alone_and_the_server_asks_for_the_password() throws Exception {
        Path folder = data.resolve("postgres");
        assertThat(rights(folder)).isEqualTo("rwx------");
        assertThat(rights(folder.resolve("18"))).isEqualTo("rwx------");
        assertThat(rights(folder.resolve("password"))).isEqualTo("rw-------");
        DatabaseUrl url = postgres.url();
        assertThatThrownBy(() -> DriverManager.getConnection(url.jdbc(), url.user(), "guessed"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
        assertThat(Files.readString(folder.resolve("18/pg_hba.conf")).lines().filter(line -> line.contains("trust")))
                .allMatch(line -> line.startsWith("#"));
        assertThat(url.toString()).doesNotContain(url.password().value());
    }

    @Test
    void the_server_is_durable_reads_utf_8_and_listens_on_loopback_only() throws Exception {
        assertThat(ask("show fsync")).isEqualTo("on");
        assertThat(ask("show synchronous_commit")).isEqualTo("on");
        assertThat(ask("show full_page_writes")).isEqualTo("on");
        assertThat(ask("show data_checksums")).isEqualTo("on");
        assertThat(ask("show server_encoding")).isEqualTo("UTF8");
        assertThat(ask("show listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(ask(postgres.superuser(), "show unix_socket_directories")).isEmpty();
        assertThat(ask("select rolsuper from pg_roles where rolname = current_user"))
                .isEqualTo("f");
    }

    @Test
    void text_search_knows_where_words_end_beyond_ascii() throws Exception {
        assertThat(ask("select to_tsvector('simple', '“Café” – naïve')::text")).isEqualTo("'café':1 'naïve':2");
    }

    @Test
    void a_second_start_on_the_folder_is_refused_and_says_what_to_do() {
        assertThatThrownBy(() -> EmbeddedPostgres.start(data)).isInstanceOfSatisfying(CommandFailure.class, refusal -> {
            assertThat(refusal)
                    .hasMessageContaining("in use by another Broadsheet (process "
                            + ProcessHandle.current().pid());
            assertThat(refusal.advice()).contains("BROADSHEET_DATA");
        });
    }

    @Test
    void what_was_committed_is_there_after_a_stop_and_the_port_stays() throws Exception {
        ask("create table if not exists kept as select 42 as number");
        String before = postgres.url().jdbc();
        long pid = postgres.pid();
        postgres.close();
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
        postgres = EmbeddedPostgres.start(data);
        assertThat(postgres.url().jdbc()).isEqualTo(before);
        assertThat(ask("select number from kept")).isEqualTo("42");
    }

    @Test
    void a_killed_server_is_started_again_and_the_pool_finds_it() throws Exception {
        ask("create table if not exists kept as select 42 as number");
        try (HikariDataSource pool = Pool.of(postgres.url(), 4)) {
            assertThat(ask(pool)).isEqualTo("42");
            long pid = postgres.pid();
            ProcessHandle.of(pid).orElseThrow().destroyForcibly();
            long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            String answer = "";
            // a connection may answer until the kill has reached the server it belongs to
            while ((postgres.pid() == pid || !answer.equals("42")) && System.nanoTime() < end) {
                answer = ask(pool);
            }
            assertThat(answer).isEqualTo("42");
            assertThat(postgres.pid()).isNotEqualTo(pid);
        }
    }

    @Test
    void a_process_number_that_passed_to_a_stranger_does_not_keep_the_server_from_starting() throws Exception {
        postgres.close();
        Path file = data.resolve("postgres/18/postmaster.pid");
        Files.write(
                file,
                List.of(
                        Long.toString(ProcessHandle.current().pid()),
                        "/nowhere",
                        "1",
                        "5432",
                        "",
                        "",
                        "  1 1",
                        "ready"));
        postgres = EmbeddedPostgres.start(data);
        assertThat(ask("select 1")).isEqualTo("1");
    }

    @Test
    void the_port_moves_when_a_stranger_has_taken_it() throws Exception {
        String before = postgres.url().jdbc();
        postgres.close();
        int port = Integer.parseInt(Files.readString(data.resolve("postgres/port")));
        try (ServerSocket stranger = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            assertThat(stranger.isBound()).isTrue();
            postgres = EmbeddedPostgres.start(data);
        }
        assertThat(postgres.url().jdbc()).isNotEqualTo(before);
        assertThat(ask("select 1")).isEqualTo("1");
    }

    @Test
    void a_first_start_that_was_cut_off_leaves_nothing_in_the_way(@TempDir Path other) throws Exception {
        Files.createDirectories(other.resolve("postgres/18.draft/base"));
        Files.writeString(other.resolve("postgres/18.draft/PG_VERSION"), "1");
        try (EmbeddedPostgres second = EmbeddedPostgres.start(other)) {
            assertThat(second.pid()).isPositive();
        }
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static String ask(String sql) throws SQLException {
        return ask(postgres.url(), sql);
    }

    private static String ask(DatabaseUrl url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        url.jdbc(), url.user(), url.password().value());
                Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (ResultSet rows = statement.getResultSet()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    private static String ask(HikariDataSource pool) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select number from kept")) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            return e.toString();
        }
    }
}
