package org.broadsheet.media.darkroom.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.broadsheet.media.PhotographDetails;
import org.broadsheet.media.darkroom.Corpus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class EmbeddedDetailsTest {

    /** What we say, and where ExifTool finds the same, best first. */
    private record Field(String name, Function<PhotographDetails, String> seen, String... tags) {}

    private static final List<Field> FIELDS = List.of(
            new Field("creator", PhotographDetails::creator, "XMP-dc:Creator", "IPTC:By-line", "IFD0:Artist"),
            new Field("credit", PhotographDetails::credit, "XMP-photoshop:Credit", "IPTC:Credit"),
            new Field("caption", PhotographDetails::caption, "XMP-dc:Description", "IPTC:Caption-Abstract"),
            new Field("rights", PhotographDetails::rights, "XMP-dc:Rights", "IPTC:CopyrightNotice", "IFD0:Copyright"),
            new Field("usage", PhotographDetails::usage, "XMP-xmpRights:UsageTerms"),
            new Field("place", PhotographDetails::place, "XMP-photoshop:City", "IPTC:City"),
            new Field(
                    "day",
                    details -> details.taken().map(Object::toString).orElse(""),
                    "XMP-photoshop:DateCreated",
                    "IPTC:DateCreated",
                    "ExifIFD:DateTimeOriginal"));

    @Test
    void what_exiftool_sees_of_words_is_what_the_paper_shows() {
        List<String> differences = new ArrayList<>();
        int compared = 0;
        for (JsonNode tags : Corpus.json(Corpus.IMAGES.resolve("exiftool-oracle.json"))) {
            Path file = Corpus.IMAGES.resolve(tags.path("SourceFile").asString());
            if (file.toString().endsWith(".xmp")) {
                continue; // a sidecar, no picture
            }
            PhotographDetails seen = EmbeddedDetails.of(file);
            for (Field field : FIELDS) {
                String said = said(tags, field);
                compared += said.isEmpty() ? 0 : 1;
                if (!field.seen().apply(seen).contains(said)) {
                    differences.add(file.getFileName() + " " + field.name() + ": “" + said + "”, we say “"
                            + field.seen().apply(seen) + "”");
                }
            }
        }
        assertThat(differences).isEmpty();
        assertThat(compared).isGreaterThan(60);
    }

    private static String said(JsonNode tags, Field field) {
        for (String name : field.tags()) {
            JsonNode value = tags.path(name);
            String text = value.isArray()
                    ? value.valueStream().map(JsonNode::asString).collect(Collectors.joining(", "))
                    : value.asString("");
            if (!text.isBlank()) {
                return field.name().equals("day") ? text.substring(0, 10).replace(':', '-') : text.strip();
            }
        }
        return "";
    }

    @Test
    void the_demo_photographs_say_what_their_index_says() {
        Path folder = Corpus.FOLDER.resolve("demo-photos");
        List<String> differences = new ArrayList<>();
        for (JsonNode photo : Corpus.json(folder.resolve("index.json")).path("files")) {
            PhotographDetails seen =
                    EmbeddedDetails.of(folder.resolve(photo.path("file").asString()));
            Map<String, String> pairs = Map.of(
                    photo.path("description").asString(""),
                    seen.caption(),
                    photo.path("credit").asString("") + " ",
                    seen.credit() + " ");
            pairs.forEach((said, ours) -> {
                if (!said.isBlank() && !said.equals(ours)) {
                    differences.add(photo.path("file").asString() + ": “" + said + "”, we say “" + ours + "”");
                }
            });
            if (photo.hasNonNull("credit")) {
                assertThat(seen.rights()).isNotEmpty();
            }
        }
        assertThat(differences).isEmpty();
    }

    @Test
    void a_file_that_says_nothing_and_one_that_cannot_be_read_say_nothing(@TempDir Path folder) throws Exception {
        Path nonsense = Files.write(folder.resolve("nonsense"), new byte[] {1, 2, 3});
        assertThat(EmbeddedDetails.of(nonsense)).isEqualTo(PhotographDetails.NONE);
        assertThat(EmbeddedDetails.of(Corpus.IMAGES.resolve("pillow/hopper.png")))
                .isEqualTo(PhotographDetails.NONE);
    }

    @Test
    void what_a_camera_writes_by_itself_is_no_caption() {
        PhotographDetails seen = EmbeddedDetails.of(Corpus.IMAGES.resolve("exiftool/Olympus2.jpg"));
        assertThat(seen.caption()).isEmpty();
    }

    @Test
    void a_day_is_read_as_each_standard_writes_it() {
        assertThat(EmbeddedDay.of("20260103")).hasToString("Optional[2026-01-03]");
        assertThat(EmbeddedDay.of("", "2026-01-03T11:10:07+07:00")).hasToString("Optional[2026-01-03]");
        assertThat(EmbeddedDay.of("2026:01:03 11:10:07")).hasToString("Optional[2026-01-03]");
        assertThat(EmbeddedDay.of("0000:00:00 00:00:00", "20260231", "yesterday"))
                .isEmpty();
    }
}
