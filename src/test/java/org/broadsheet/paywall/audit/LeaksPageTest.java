package org.broadsheet.paywall.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.paywall.audit.GuardedPaper.secret;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.broadsheet.base.mail.Mail;
import org.broadsheet.base.mail.Outbox;
import org.broadsheet.ops.AuditLog;
import org.broadsheet.testing.TestPaper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** A sound paper is found sound; a leak on any kind of surface is found, named, and not told again by the report. */
class LeaksPageTest {
    @RegisterExtension
    static final TestPaper paper = TestPaper.start();

    private static final List<String> KINDS = List.of(
            "front",
            "article",
            "list",
            "topic",
            "author",
            "page",
            "search",
            "feed",
            "sitemap",
            "robots",
            "manifest",
            "worker",
            "file",
            "missing",
            "gone");

    private static final GuardedPaper guarded = new GuardedPaper(paper);
    private static final Leaks leaks = paper.door(Leaks.class);

    @Test
    void a_sound_paper_is_clean_and_the_report_says_what_was_read(@TempDir Path folder) throws IOException {
        Path saved = folder.resolve("crawl.log");
        Report report = leaks.look(scope(paper.at("/")).with(Optional.empty(), Optional.of(saved)), () -> {});
        assertThat(report.leaks()).isEmpty();
        assertThat(report.silent()).isEmpty();
        assertThat(report.left()).isZero();
        assertThat(report.compared().guarded()).isEqualTo(3);
        assertThat(report.surfaces().stream().map(Report.Row::kind).distinct()).containsAll(KINDS);
        assertThat(report.surfaces().stream().map(Report.Row::reader).distinct())
                .contains(
                        "anonymous reader",
                        "registered, meter spent",
                        "search robot",
                        "reader with a forged pass",
                        "subscriber");
        assertThat(report.surfaces().stream()
                        .filter(row ->
                                row.reader().equals("subscriber") && row.kind().equals("article"))
                        .map(Report.Row::runs))
                .allMatch(runs -> runs > 1_000);
        String sent = Files.readString(saved);
        assertThat(sent).contains(guarded.premium, "A bridge for everyone");
        IntStream.range(0, GuardedPaper.PARAGRAPHS)
                .forEach(number -> assertThat(sent).doesNotContain(secret(number)));
    }

    @Test
    void a_leak_is_found_on_every_kind_of_surface_and_the_report_does_not_leak_it_again() throws IOException {
        Report report;
        try (CrookedPaper crooked = new CrookedPaper(paper.at("/"))) {
            Plants.in(crooked, guarded);
            report = leaks.look(scope(crooked.at()), () -> {});
        }
        for (Plants.Expected expected : Plants.expected(guarded)) {
            assertThat(report.leaks())
                    .as(expected.toString())
                    .anyMatch(leak -> leak.kind().equals(expected.kind())
                            && leak.address().startsWith(expected.address())
                            && leak.reader().equals(expected.reader())
                            && leak.story().equals(expected.story()));
        }
        assertThat(report.leaks().stream()
                        .filter(leak -> leak.address().equals("/app"))
                        .map(Report.Leak::reader))
                .containsOnly("search robot");
        StringWriter text = new StringWriter();
        new ReportText(new PrintWriter(text)).print(report);
        String json = JsonMapper.builder().build().writeValueAsString(report);
        for (String told : List.of(text.toString(), json)) {
            assertThat(told).contains(guarded.premium);
            for (int number = 0; number < GuardedPaper.PARAGRAPHS; number++) {
                List<String> words = GuardedPaper.words(number);
                for (int at = 0; at + 1 < words.size(); at++) {
                    assertThat(told).doesNotContain(words.get(at) + " " + words.get(at + 1));
                }
            }
        }
    }

    @Test
    void mail_and_the_log_are_read() {
        TransactionTemplate transaction = paper.door(TransactionTemplate.class);
        transaction.executeWithoutResult(_ -> paper.door(Outbox.class)
                .send(
                        new Mail("a@b.test", "News", "Hello", "<p>" + secret(1).replace(" ", "</b> <b>") + "</p>"),
                        Instant.now()));
        Report report = leaks.look(scope(paper.at("/")).bounded(70, Duration.ofMinutes(1), 2), new Runnable() {
            private boolean said;

            @Override
            public void run() {
                if (!said) {
                    said = true;
                    LoggerFactory.getLogger("paper").warn("cannot render: {}", secret(2));
                }
            }
        });
        paper.database().jdbi().useHandle(handle -> handle.execute("delete from base.mail"));
        assertThat(report.leaks()).extracting(Report.Leak::kind).contains("mail", "log");
        assertThat(report.left()).isGreaterThan(0);
    }

    @Test
    void a_file_of_the_log_is_read(@TempDir Path folder) throws IOException {
        Path log = Files.writeString(folder.resolve("paper.log"), "all well\nwrong: " + secret(3) + "\n");
        Report report = leaks.look(
                scope(paper.at("/")).bounded(7, Duration.ofMinutes(1), 1).with(Optional.of(log), Optional.empty()),
                () -> {});
        assertThat(report.leaks()).extracting(Report.Leak::kind).containsExactly("log");
    }

    @Test
    void the_night_writes_to_the_audit_log_and_the_metrics_and_asks_for_the_next() {
        Nightly nightly = paper.door(Nightly.class);
        Report report = nightly.audit(Scope.of(nightly.address()).bounded(400, Duration.ofMinutes(5), 2));
        assertThat(report.isClean()).isTrue();
        assertThat(paper.door(AuditLog.class).about("leaks").getFirst().note()).startsWith("no leak in ");
        assertThat(paper.get("/metrics").body())
                .contains("broadsheet_leaks_found 0.0")
                .containsPattern("broadsheet_leaks_audited_seconds 1\\.\\d+E9");
        List<String> nights = paper.database()
                .jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select task_instance from ops.job where task_name = 'leaks.audit'")
                        .mapTo(String.class)
                        .list());
        assertThat(nights).singleElement().asString().matches("\\d{4}-\\d{2}-\\d{2}");
    }

    @Test
    void another_papers_address_is_not_taken_for_this_ones() throws IOException {
        assertThat(leaks.isServedAt(paper.at("/"))).isTrue();
        try (CrookedPaper other = new CrookedPaper(paper.at("/"))) {
            other.plant((request, answer) -> Optional.of(answer.status(404)));
            assertThat(leaks.isServedAt(other.at())).isFalse();
        }
        assertThat(leaks.isServedAt(URI.create("http://127.0.0.1:1/"))).isFalse();
    }

    private static Scope scope(URI at) {
        return Scope.of(at).bounded(14_000, Duration.ofMinutes(10), 4);
    }
}
