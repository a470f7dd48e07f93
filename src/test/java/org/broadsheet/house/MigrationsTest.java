package org.broadsheet.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.broadsheet.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Migrations build the database from nothing, are never edited once landed, and keep to the lines of the rooms. */
class MigrationsTest {

    private static final String FOLDER = "src/main/resources/db/migration";
    private static final Path LANDED = Path.of("src/test/resources/house/migrations.sha256");

    /** Made from empty by all migrations. */
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    @Test
    void every_migration_has_run_on_an_empty_database() {
        List<String> ran =
                strings("select script from flyway_schema_history where success and version is not null order by 1");
        assertThat(ran).isEqualTo(names()).isNotEmpty();
    }

    @Test
    void a_landed_migration_is_never_edited_and_a_new_one_is_written_down() throws Exception {
        Map<String, String> landed = new TreeMap<>();
        Files.readAllLines(LANDED).forEach(line -> landed.put(line.substring(66), line.substring(0, 64)));
        Map<String, String> now = new TreeMap<>();
        for (Path file : Sources.below(FOLDER, ".sql")) {
            now.put(file.getFileName().toString(), digest(file));
        }
        assertThat(now)
                .as("new ones: (cd %s && sha256sum *.sql) >%s", FOLDER, LANDED)
                .isEqualTo(landed);
    }

    @Test
    void an_edited_migration_has_another_digest(@TempDir Path folder) throws Exception {
        Path first = Sources.below(FOLDER, ".sql").getFirst();
        Path edited = Files.writeString(folder.resolve("V0001__x.sql"), Sources.text(first) + " ");
        assertThat(digest(edited)).isNotEqualTo(digest(first));
    }

    @Test
    void a_number_is_used_once_and_names_are_words() {
        assertThat(names()).allMatch(name -> name.matches("V\\d{4}__[a-z0-9]+(_[a-z0-9]+)*\\.sql"));
        assertThat(names().stream().map(name -> name.substring(0, 5))).doesNotHaveDuplicates();
    }

    @Test
    void every_schema_is_a_room() {
        List<String> schemas = strings("""
                select nspname from pg_namespace
                where nspname !~ '^pg_' and nspname not in ('public', 'information_schema')
                """);
        assertThat(Rooms.LINE.keySet()).containsAll(schemas);
        assertThat(strings(
                        "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'"))
                .containsExactly("flyway_schema_history");
    }

    @Test
    void foreign_keys_stay_in_the_room_or_point_to_a_lower_line() {
        List<String> keys = strings("""
                select distinct f.relnamespace::regnamespace || ' ' || t.relnamespace::regnamespace
                  from pg_constraint c join pg_class f on f.oid = c.conrelid join pg_class t on t.oid = c.confrelid
                 where c.contype = 'f'
                """);
        assertThat(keys).isNotEmpty();
        assertThat(keys.stream().filter(MigrationsTest::pointsUpOrSideways)).isEmpty();
        assertThat(pointsUpOrSideways("media story")).isTrue();
        assertThat(pointsUpOrSideways("wire search")).isTrue();
        assertThat(pointsUpOrSideways("story media")).isFalse();
    }

    private static boolean pointsUpOrSideways(String key) {
        String from = key.split(" ")[0];
        String to = key.split(" ")[1];
        return !from.equals(to) && line(to) >= line(from);
    }

    private static int line(String room) {
        return Objects.requireNonNull(Rooms.LINE.get(room), room);
    }

    private static List<String> names() {
        return Sources.below(FOLDER, ".sql").stream()
                .map(file -> file.getFileName().toString())
                .toList();
    }

    private static List<String> strings(String sql) {
        return DATABASE.jdbi()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    private static String digest(Path file) throws Exception {
        byte[] text = Sources.text(file).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    }
}
