package org.broadsheet;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.broadsheet.base.cli.CommandFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {

    @TempDir
    Path data;

    @Test
    void the_folder_of_a_real_paper_is_refused() throws Exception {
        Files.createDirectories(data.resolve("postgres"));
        assertThatThrownBy(() -> DemoCommand.refuseAnotherPaper(data))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("not the sample");
        Files.writeString(data.resolve("broadsheet.yaml"), "name: The Example\n");
        assertThatThrownBy(() -> DemoCommand.refuseAnotherPaper(data)).isInstanceOf(CommandFailure.class);
    }

    @Test
    void an_empty_folder_and_one_of_the_sample_paper_are_taken() throws Exception {
        assertThatCode(() -> DemoCommand.refuseAnotherPaper(data)).doesNotThrowAnyException();
        Files.writeString(
                data.resolve("broadsheet.yaml"), "# The sample paper. It is called\nname: The Public Record\n");
        Files.createDirectories(data.resolve("postgres"));
        assertThatCode(() -> DemoCommand.refuseAnotherPaper(data)).doesNotThrowAnyException();
    }
}
