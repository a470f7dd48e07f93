package org.broadsheet.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.broadsheet.media.PhotographDetails;
import org.broadsheet.media.PhotographId;
import org.broadsheet.media.Photographs;
import org.broadsheet.reader.Role;
import org.broadsheet.story.Section;
import org.broadsheet.story.Stories;
import org.broadsheet.testing.Surfer;
import org.broadsheet.testing.TestPaper;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Photographs are taken in, found, described and set above stories at the desk, by forms alone. */
class PhotographsPageTest {
    private static final Path PHOTOS = Path.of("../shared/corpus/demo-photos/photos");

    @RegisterExtension
    static final TestPaper paper = TestPaper.start(Map.of("NAME", "The Public Record"));

    private static Forms forms;
    private static Surfer reporter;
    private static List<Path> pictures;

    @BeforeAll
    static void staff() throws IOException {
        paper.door(Stories.class).section(new Section("news", "News", 1));
        forms = new Forms(paper);
        reporter = forms.named("rani@paper.test", Role.REPORTER);
        try (Stream<Path> files = Files.walk(PHOTOS)) {
            pictures = files.filter(file -> file.toString().endsWith(".webp"))
                    .sorted()
                    .toList();
        }
        assertThat(pictures).hasSizeGreaterThan(3);
    }

    @Test
    void a_picture_is_taken_in_found_by_its_words_and_described() throws IOException {
        String at = taken(
                pictures.get(0),
                Map.of(
                        "picture-alternative", "A crane over a quay",
                        "picture-caption", "The harbour at dawn",
                        "picture-credit", "The Public Record/Rani"));
        String photograph = at.substring(0, at.indexOf('?'));
        Document page = reporter.page(at);
        assertThat(page.select("[role=status]").text()).isEqualTo("It is in the library.");
        assertThat(page.select("#alternative").text()).isEqualTo("A crane over a quay");
        assertThat(paper.get(page.select(".desk-shown img").attr("src")).statusCode())
                .isEqualTo(200);

        assertThat(reporter.page("/desk/photographs?q=quay+harbour").select("#pictures li"))
                .hasSize(1);
        assertThat(reporter.page("/desk/photographs?q=mountain").select("#pictures li"))
                .isEmpty();
        HttpResponse<String> described = reporter.post(
                photograph,
                Map.of("alternative", "Two cranes", "caption", "A caption", "credit", "R", "taken", "2026-03-01"));
        assertThat(Surfer.location(described)).isEqualTo(photograph + "?done=described");
        PhotographDetails details = paper.door(Photographs.class)
                .find(new PhotographId(Long.parseLong(photograph.substring(photograph.lastIndexOf('/') + 1))))
                .orElseThrow()
                .details();
        assertThat(details.alternativeText()).isEqualTo("Two cranes");
        assertThat(details.taken()).hasToString("Optional[2026-03-01]");
        assertThat(reporter.page(photograph).select(".desk-log").text())
                .contains("rani@paper.test", "taken in", "described");
        assertThat(reporter.post(photograph, Map.of("taken", "yesterday")).body())
                .contains("expected 2026-03-01");
    }

    @Test
    void a_story_brings_its_photograph_with_it() throws IOException {
        HttpResponse<String> made = reporter.postFile(
                "/desk/stories",
                Forms.typed(
                        "Cranes",
                        "Words, with ünï¢ode & more.",
                        Map.of("do", "save", "picture-alternative", "A crane", "picture-caption", "It lifts")),
                "crane.jpg",
                Files.readAllBytes(pictures.get(1)));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(303);
        String story = Surfer.location(made).replaceFirst("\\?.*", "");
        Document page = reporter.page(story);
        assertThat(page.select("#body").val()).contains("Words, with ünï¢ode & more.");
        assertThat(page.select(".desk-shown img").attr("alt")).isEqualTo("A crane");
        String photograph = page.select(".desk-shown a").attr("href");
        assertThat(reporter.page(photograph)
                        .select("section[aria-labelledby=above] li")
                        .text())
                .contains("Cranes", "Draft");
    }

    @Test
    void the_same_bytes_are_the_same_photograph_and_what_is_no_picture_is_refused_with_the_reason() throws IOException {
        String first = taken(pictures.get(2), Map.of("picture-caption", "First"));
        assertThat(taken(pictures.get(2), Map.of("picture-caption", "Second"))).isEqualTo(first);
        HttpResponse<String> refused = reporter.postFile(
                "/desk/photographs", Map.of(), "page.jpg", "<html>no</html>".getBytes(StandardCharsets.UTF_8));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("The picture was not taken:");
        assertThat(reporter.post("/desk/photographs", Map.of()).body()).contains("Choose a file first.");
        HttpResponse<String> story = reporter.postFile(
                "/desk/stories",
                Forms.typed("Kept", "Typed for an hour.", Map.of("do", "save")),
                "page.jpg",
                "<html>no</html>".getBytes(StandardCharsets.UTF_8));
        assertThat(story.statusCode()).isEqualTo(422);
        assertThat(story.body()).contains("Typed for an hour.", "The picture was not taken:");
    }

    @Test
    void too_much_is_refused_and_strangers_bring_nothing() {
        byte[] large = new byte[57 * 1024 * 1024];
        HttpResponse<String> refused = reporter.postFile("/desk/photographs", Map.of(), "large.jpg", large);
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body()).contains("larger than 50 MB");
        Surfer stranger = new Surfer(paper);
        assertThat(Surfer.location(stranger.postFile("/desk/photographs", Map.of(), "a.jpg", new byte[3_000_000])))
                .startsWith("/sign-in");
        HttpResponse<String> heavy =
                stranger.postFile("/desk/stories", Forms.typed("T", "W", Map.of()), "a.jpg", new byte[3_000_000]);
        assertThat(heavy.body()).doesNotContain("Typed");
        assertThat(heavy.statusCode()).isEqualTo(303);
        HttpResponse<String> typed = stranger.postFile(
                "/desk/stories", Forms.typed("Typed", "By whom?", Map.of("do", "save")), "a.jpg", new byte[1_000]);
        assertThat(typed.statusCode()).isEqualTo(401);
        assertThat(typed.body()).contains("By whom?");
        assertThat(stranger.postFile("/feedback", Map.of("opinion", "x"), "a.jpg", new byte[1_000])
                        .statusCode())
                .isBetween(400, 499);
    }

    private static String taken(Path picture, Map<String, String> said) throws IOException {
        HttpResponse<String> answer = reporter.postFile(
                "/desk/photographs", said, picture.getFileName().toString(), Files.readAllBytes(picture));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return Surfer.location(answer);
    }
}
