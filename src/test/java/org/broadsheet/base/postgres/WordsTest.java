package org.broadsheet.base.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.broadsheet.base.cli.CommandFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordsTest {

    private static final Path FOLDER = Path.of("/srv/paper");

    @Test
    void a_full_disk_a_closed_folder_and_a_read_only_disk_are_said_in_words() {
        assertThat(Words.about("It failed", FOLDER, new IOException("No space left on device")))
                .hasMessage("It failed: the disk is full.");
        assertThat(Words.about("It failed", FOLDER, new AccessDeniedException("/srv/paper/postgres")))
                .hasMessageContaining("may not write /srv/paper/postgres");
        assertThat(Words.about("It failed", FOLDER, new IOException("/srv/paper: Read-only file system")))
                .hasMessage("It failed: /srv/paper is on a read-only disk.");
        assertThat(Words.about("It failed", "FATAL:  could not write: No space left on device\n")
                        .advice())
                .startsWith("Make room");
    }

    @Test
    void too_little_room_is_noticed_before_anything_is_written(@TempDir Path folder) {
        assertThatThrownBy(() -> Words.needRoom(folder, Long.MAX_VALUE)).hasMessageContaining("Too little room in");
    }

    @Test
    void a_data_folder_that_is_a_file_is_refused_in_words(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("data"), "not a folder");
        assertThatThrownBy(() -> EmbeddedPostgres.start(file))
                .isInstanceOf(CommandFailure.class)
                .hasMessageStartingWith("The data folder cannot be used");
    }
}
