package org.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.broadsheet.base.DatabaseUrl;
import org.broadsheet.story.Reach;
import org.broadsheet.story.Section;
import org.broadsheet.story.Stories;
import org.broadsheet.testing.Draft;
import org.broadsheet.testing.TestPaper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command beside a paper that runs in another process, as far as it can tell. */
class AuditCommandPageTest {

    @RegisterExtension
    static final TestPaper paper = TestPaper.start();

    @TempDir
    static Path data;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine tree =
            Commands.tree().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

    @BeforeAll
    static void something_to_guard() throws IOException {
        Stories stories = paper.door(Stories.class);
        stories.section(new Section("news", "News", 1));
        Draft.of("A ledger")
                .html("<p>Open words.</p><p>" + "one two three four five six seven eight nine ten ".repeat(5) + "</p>")
                .reaching(Reach.SUBSCRIBERS)
                .print(stories, Instant.now());
        DatabaseUrl url = paper.database().url();
        Files.writeString(data.resolve("broadsheet.yaml"), """
                database-url: "%s"
                secret: a secret that only the tests know of
                """.formatted(url.jdbc()
                .replace("jdbc:", "")
                .replace("//", "//" + url.user() + ":" + url.password().value() + "@")));
    }

    @Test
    void a_running_paper_is_read_where_it_listens_and_a_clean_one_gives_status_0() {
        assertThat(audit("--most", "210", "--json")).as(err.toString()).isZero();
        JsonNode report = JsonMapper.builder().build().readTree(out.toString());
        assertThat(report.get("leaks").size()).isZero();
        assertThat(report.get("compared").get("guarded").asInt()).isEqualTo(1);
        assertThat(report.get("surfaces").size()).isGreaterThan(20);
        assertThat(report.get("left").asInt()).isGreaterThan(0);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void a_leak_gives_status_1_and_is_told_to_people(@TempDir Path folder) throws IOException {
        Path log = Files.writeString(
                folder.resolve("paper.log"), "INFO rendered One two three four five six seven eight nine ten one two");
        assertThat(audit("--most", "14", "--log", log.toString())).isEqualTo(1);
        assertThat(out.toString())
                .contains("LEAK  log the log", "sent to: whoever reads the log", "1 leak found.")
                .doesNotContain("three four");
    }

    @Test
    void an_address_where_this_paper_does_not_answer_is_refused_with_advice() {
        int status = tree.execute("audit", "leaks", "--data", data.toString(), "--url", "http://127.0.0.1:1/");
        assertThat(status).isEqualTo(1);
        assertThat(err.toString()).contains("does not answer at http://127.0.0.1:1/", "--url URL");
    }

    @Test
    void an_address_without_a_paper_to_compare_with_is_refused(@TempDir Path empty) {
        int status = tree.execute(
                "audit",
                "leaks",
                "--data",
                empty.toString(),
                "--url",
                paper.at("/").toString());
        assertThat(status).isEqualTo(1);
        assertThat(err.toString()).contains("No paper runs on " + empty, "--data DIR");
    }

    private int audit(String... options) {
        String[] words = new String[6 + options.length];
        System.arraycopy(
                new String[] {
                    "audit",
                    "leaks",
                    "--data",
                    data.toString(),
                    "--url",
                    paper.at("/").toString()
                },
                0,
                words,
                0,
                6);
        System.arraycopy(options, 0, words, 6, options.length);
        return tree.execute(words);
    }
}
