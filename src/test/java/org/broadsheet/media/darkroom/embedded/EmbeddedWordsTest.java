package org.broadsheet.media.darkroom.embedded;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.broadsheet.media.PhotographDetails;
import org.broadsheet.media.darkroom.Corpus;
import org.broadsheet.media.words.WordField;
import org.broadsheet.media.words.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class EmbeddedWordsTest {

    /** Where ExifTool finds what we keep, best first. */
    private static final Map<WordField, List<String>> FIELDS = Map.ofEntries(
            entry(WordField.HEADLINE, List.of("XMP-photoshop:Headline", "IPTC:Headline")),
            entry(WordField.TITLE, List.of("XMP-dc:Title", "IPTC:ObjectName")),
            entry(WordField.CREATOR, List.of("XMP-dc:Creator", "IPTC:By-line", "IFD0:Artist")),
            entry(WordField.CREDIT, List.of("XMP-photoshop:Credit", "IPTC:Credit")),
            entry(WordField.SOURCE, List.of("XMP-photoshop:Source", "IPTC:Source")),
            entry(WordField.CAPTION, List.of("XMP-dc:Description", "IPTC:Caption-Abstract", "IFD0:ImageDescription")),
            entry(WordField.COPYRIGHT, List.of("XMP-dc:Rights", "IPTC:CopyrightNotice", "IFD0:Copyright")),
            entry(WordField.USAGE_TERMS, List.of("XMP-xmpRights:UsageTerms")),
            entry(WordField.INSTRUCTIONS, List.of("XMP-photoshop:Instructions", "IPTC:SpecialInstructions")),
            entry(WordField.CITY, List.of("XMP-photoshop:City", "IPTC:City")),
            entry(WordField.STATE, List.of("XMP-photoshop:State", "IPTC:Province-State")),
            entry(WordField.COUNTRY, List.of("XMP-photoshop:Country", "IPTC:Country-PrimaryLocationName")),
            entry(WordField.KEYWORD, List.of("XMP-dc:Subject", "IPTC:Keywords")),
            entry(WordField.ALTERNATIVE_TEXT, List.of("XMP-iptcCore:AltTextAccessibility")),
            entry(WordField.WEB_STATEMENT, List.of("XMP-xmpRights:WebStatement")),
            entry(
                    WordField.CREATED,
                    List.of("XMP-photoshop:DateCreated", "IPTC:DateCreated", "ExifIFD:DateTimeOriginal")));

    /** Where we say something else, and why. */
    private static final Map<String, String> DISAGREEMENTS = Map.of(
            "ExifTool.jpg CAPTION", "the digest says that IIM was changed after XMP: IIM goes first",
            "ExifTool.jpg KEYWORD", "the same",
            "Olympus2.jpg CAPTION", "the camera wrote it, nobody else",
            "iptc-psAPP13-wIPTCmid1-wIPTCempty-wIPTCmid2.jpg CREATOR", "ExifTool stops at the first of two IIM blocks",
            "multiple_exif.jpg CAPTION", "EXIF cut into two segments, which its standard does not know");

    @Test
    void what_exiftool_sees_of_words_is_what_the_paper_keeps() {
        Map<String, String> differences = new TreeMap<>();
        int compared = 0;
        for (JsonNode tags : Corpus.json(Corpus.IMAGES.resolve("exiftool-oracle.json"))) {
            Path file = Corpus.IMAGES.resolve(tags.path("SourceFile").asString());
            if (file.toString().endsWith(".xmp")) {
                continue; // a sidecar, no picture
            }
            Words seen = EmbeddedWords.of(file);
            for (Map.Entry<WordField, List<String>> field : FIELDS.entrySet()) {
                String said = said(tags, field.getKey(), field.getValue());
                String ours = seen.text(field.getKey());
                compared += said.isEmpty() ? 0 : 1;
                if (!ours.replace("\r", "").startsWith(said) || said.isEmpty() != ours.isEmpty()) {
                    differences.put(file.getFileName() + " " + field.getKey(), "“" + said + "”, we say “" + ours + "”");
                }
            }
        }
        assertThat(differences.keySet()).as("%s", differences).isEqualTo(new TreeMap<>(DISAGREEMENTS).keySet());
        assertThat(compared).isGreaterThan(160);
    }

    private static String said(JsonNode tags, WordField field, List<String> names) {
        for (String name : names) {
            JsonNode value = tags.path(name);
            String text = value.isArray()
                    ? value.valueStream().map(JsonNode::asString).collect(Collectors.joining(", "))
                    : value.asString("");
            if (!text.isBlank()) {
                return field == WordField.CREATED ? day(text) : text.strip();
            }
        }
        return "";
    }

    private static String day(String written) {
        String day = written.substring(0, Math.min(10, written.length())).replace(':', '-');
        return day.startsWith("0000") ? "" : day;
    }

    @Test
    void the_demo_photographs_say_what_their_index_says() {
        Path folder = Corpus.FOLDER.resolve("demo-photos");
        List<String> differences = new ArrayList<>();
        for (JsonNode photo : Corpus.json(folder.resolve("index.json")).path("files")) {
            PhotographDetails seen = EmbeddedWords.of(
                            folder.resolve(photo.path("file").asString()))
                    .details();
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
        assertThat(EmbeddedWords.of(nonsense)).isEqualTo(Words.NONE);
        assertThat(EmbeddedWords.of(Corpus.IMAGES.resolve("pillow/hopper.png"))).isEqualTo(Words.NONE);
    }

    @Test
    void what_a_camera_writes_by_itself_is_no_caption() {
        PhotographDetails seen =
                EmbeddedWords.of(Corpus.IMAGES.resolve("exiftool/Olympus2.jpg")).details();
        assertThat(seen.caption()).isEmpty();
    }

    @Test
    void every_field_of_the_reference_picture_of_the_iptc_is_kept() {
        Words seen = EmbeddedWords.of(Corpus.IMAGES.resolve("iptc-ref/IPTC-PhotometadataRef-2017.1-on-hopper.jpg"));
        for (WordField field : WordField.values()) {
            assertThat(seen.values(field))
                    .as(field.name())
                    .hasSize(
                            switch (field) {
                                case ALTERNATIVE_TEXT -> 0; // came in 2021
                                case LICENSOR_URL -> 0; // says “URL (ref2017.1)”, which is no address
                                case CREATOR -> 2;
                                case KEYWORD -> 3;
                                default -> 1;
                            });
        }
        assertThat(seen.text(WordField.CREATOR)).contains("ref2017.1");
        assertThat(seen.text(WordField.DIGITAL_SOURCE_TYPE))
                .startsWith("http://cv.iptc.org/newscodes/digitalsourcetype/");
        assertThat(seen.taken().orElseThrow().offset()).isPresent();
    }

    @Test
    void iim_is_read_in_the_letters_it_declares_or_else_in_those_it_must_be_in() {
        assertThat(title("\u001b%G", "Grüße".getBytes(UTF_8))).isEqualTo("Grüße");
        assertThat(title("\u001b.A", "Grüße".getBytes(ISO_8859_1))).isEqualTo("Grüße");
        assertThat(title("", "Grüße".getBytes(UTF_8))).isEqualTo("Grüße");
        assertThat(title("", "“Grüße”".getBytes(Plain.WINDOWS))).isEqualTo("“Grüße”");
        assertThat(title("\u001b%G", "“Grüße”".getBytes(Plain.WINDOWS)))
                .as("declared, and not true")
                .isEqualTo("“Grüße”");
    }

    private static String title(String charset, byte[] title) {
        byte[] declared = charset.getBytes(ISO_8859_1);
        byte[] records = new byte[10 + declared.length + title.length];
        System.arraycopy(new byte[] {0x1C, 1, 90, 0, (byte) declared.length}, 0, records, 0, 5);
        System.arraycopy(declared, 0, records, 5, declared.length);
        System.arraycopy(new byte[] {0x1C, 2, 5, 0, (byte) title.length}, 0, records, 5 + declared.length, 5);
        System.arraycopy(title, 0, records, 10 + declared.length, title.length);
        return new Iim(records).values(WordField.TITLE).getFirst();
    }

    @Test
    void iim_that_lies_about_its_length_is_read_up_to_there() {
        byte[] records = {0x1C, 2, 5, 0, 2, 'o', 'k', 0x1C, 2, 120, 0x7F, (byte) 0xFF, 'x'};
        assertThat(new Iim(records).values(WordField.TITLE)).containsExactly("ok");
        assertThat(new Iim(records).values(WordField.CAPTION)).isEmpty();
    }
}
