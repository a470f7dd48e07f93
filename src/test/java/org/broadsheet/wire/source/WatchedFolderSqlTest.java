package org.broadsheet.wire.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.broadsheet.base.fetch.Fetcher;
import org.broadsheet.testing.TestDatabase;
import org.broadsheet.testing.TestSettings;
import org.broadsheet.wire.Wire;
import org.broadsheet.wire.source.Sources.Pulled;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A folder that an agency's program writes into. */
class WatchedFolderSqlTest {
    private static final Instant NOW = Instant.parse("2026-11-26T03:00:00Z");
    private static final Duration LONG_AGO = Duration.ofMinutes(1);

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static final Sources sources = database.door(Sources.class, Wire.class, Fetcher.class, TestSettings.class);
    private static final Wire wire = database.door(Wire.class);

    @TempDir
    private Path folder;

    @BeforeEach
    void watched() {
        database.jdbi().useHandle(handle -> handle.execute("truncate wire.source, wire.item, wire.raw cascade"));
        sources.put(new Source("drop", Sources.folder(folder), LONG_AGO, List.of()), Optional.empty(), NOW);
    }

    @Test
    void what_lies_there_is_taken_in_the_order_of_writing_and_put_aside() throws IOException {
        write("b.json", ninjs("one", 1), Duration.ofMinutes(3));
        write("a.json", ninjs("one", 2), Duration.ofMinutes(2));
        write("rubbish", "no news", Duration.ofMinutes(1));
        assertThat(sources.pull("drop", NOW)).isEqualTo(new Pulled.News(new Wire.Progress(3, 2, 1)));
        assertThat(wire.history("drop", "one").stream()
                        .map(kept -> kept.item().version().orElse("")))
                .containsExactly("1", "2");
        assertThat(names(folder)).containsExactly("done");
        assertThat(names(folder.resolve("done"))).containsExactly("a.json", "b.json", "rubbish");
        assertThat(sources.pull("drop", NOW)).isEqualTo(new Pulled.Nothing());
    }

    @Test
    void who_writes_is_waited_for() throws IOException {
        write("growing.json", "{\"uri\":", Duration.ZERO);
        write("whole.json.part", ninjs("two", 1), LONG_AGO);
        write(".hidden.json", ninjs("three", 1), LONG_AGO);
        assertThat(sources.pull("drop", NOW)).isEqualTo(new Pulled.Nothing());
        write("growing.json", ninjs("one", 1), Duration.ofSeconds(4));
        Files.move(folder.resolve("whole.json.part"), folder.resolve("whole.json"));
        assertThat(sources.pull("drop", NOW)).isEqualTo(new Pulled.News(new Wire.Progress(2, 2, 0)));
        assertThat(names(folder)).containsExactly(".hidden.json", "done");
    }

    @Test
    void the_same_file_again_is_kept_once_and_nothing_put_aside_is_written_over() throws IOException {
        for (int times = 0; times < 3; times++) {
            write("same.json", ninjs("one", 1), LONG_AGO);
            sources.pull("drop", NOW);
        }
        write("same.json", ninjs("one", 2), LONG_AGO);
        assertThat(sources.pull("drop", NOW)).isEqualTo(new Pulled.News(new Wire.Progress(1, 1, 0)));
        assertThat(wire.history("drop", "one")).hasSize(2);
        assertThat(names(folder.resolve("done")))
                .containsExactly("2-same.json", "3-same.json", "4-same.json", "same.json");
    }

    @Test
    void links_lead_nowhere_and_what_is_too_large_is_put_aside() throws IOException {
        Path secret = Files.createTempFile("secret", ".json");
        Files.writeString(secret, ninjs("secret", 1));
        Files.setLastModifiedTime(secret, FileTime.from(NOW.minus(LONG_AGO)));
        Files.createSymbolicLink(folder.resolve("link.json"), secret);
        Path large = folder.resolve("large.xml");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(WatchedFolder.MOST_BYTES + 1L);
        }
        Files.setLastModifiedTime(large, FileTime.from(NOW.minus(LONG_AGO)));
        assertThat(sources.pull("drop", NOW)).isEqualTo(new Pulled.Nothing());
        assertThat(names(folder.resolve("refused"))).containsExactly("large.xml");
        assertThat(names(folder)).contains("link.json");
        assertThat(wire.history("drop", "secret")).isEmpty();
        Files.delete(secret);
    }

    @Test
    void more_than_is_read_at_once_is_read_in_turns() throws IOException {
        for (int number = 0; number < WatchedFolder.MOST_FILES + 20; number++) {
            write(number + ".json", ninjs("item-" + number, 1), LONG_AGO);
        }
        assertThat(sources.pull("drop", NOW))
                .isEqualTo(new Pulled.News(new Wire.Progress(WatchedFolder.MOST_FILES, WatchedFolder.MOST_FILES, 0)));
        assertThat(sources.pull("drop", NOW)).isEqualTo(new Pulled.News(new Wire.Progress(20, 20, 0)));
    }

    @Test
    void a_folder_that_is_gone_is_said_in_words_and_no_other_source_minds() throws IOException {
        Path gone = Files.createTempDirectory("gone");
        sources.put(new Source("gone", Sources.folder(gone), LONG_AGO, List.of()), Optional.empty(), NOW);
        Files.delete(gone);
        assertThat(sources.pull("gone", NOW))
                .isInstanceOfSatisfying(
                        Pulled.Trouble.class,
                        trouble -> assertThat(trouble.why()).startsWith("its folder cannot be used"));
        assertThatThrownBy(() -> Sources.folder(gone)).hasMessageContaining("is no folder that the paper may write in");
        write("one.json", ninjs("one", 1), LONG_AGO);
        assertThat(sources.pull("drop", NOW)).isInstanceOf(Pulled.News.class);
    }

    private void write(String name, String text, Duration ago) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(NOW.minus(ago)));
    }

    private static String ninjs(String guid, int version) {
        return "{\"uri\":\"%s\",\"version\":\"%d\",\"headline\":\"Words\",\"body_text\":\"One.\"}"
                .formatted(guid, version);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
