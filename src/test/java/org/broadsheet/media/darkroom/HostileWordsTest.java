package org.broadsheet.media.darkroom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.broadsheet.media.darkroom.engine.EngineChoice;
import org.broadsheet.media.words.WordField;
import org.broadsheet.media.words.Words;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** XMP made to read files, to swell or to dig: the picture is taken, and says nothing. */
class HostileWordsTest {

    private static final ProcessDarkroom darkroom = new ProcessDarkroom(EngineChoice.BEST, Limits.USUAL);

    @AfterAll
    static void close() {
        darkroom.close();
    }

    private static String xmp(String before, String description) {
        return before + "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF"
                + " xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description rdf:about=''"
                + " xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:description><rdf:Alt><rdf:li"
                + " xml:lang='x-default'>" + description
                + "</rdf:li></rdf:Alt></dc:description></rdf:Description></rdf:RDF></x:xmpmeta>";
    }

    private static Words words(String packet) throws IOException {
        byte[] picture = Files.readAllBytes(Corpus.IMAGES.resolve("pillow/hopper.jpg"));
        byte[] content = ("http://ns.adobe.com/xap/1.0/\0" + packet).getBytes(UTF_8);
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        jpeg.write(picture, 0, 2);
        jpeg.write(
                new byte[] {(byte) 0xFF, (byte) 0xE1, (byte) ((content.length + 2) >> 8), (byte) (content.length + 2)});
        jpeg.writeBytes(content);
        jpeg.write(picture, 2, picture.length - 2);
        try (Received received = darkroom.receive(new ByteArrayInputStream(jpeg.toByteArray()))) {
            return switch (darkroom.develop(received)) {
                case Developed.Prints prints -> prints.words();
                case Developed.Refused refused -> throw new AssertionError(refused);
            };
        }
    }

    @Test
    void words_that_mean_no_harm_are_read() throws IOException {
        assertThat(words(xmp("", "A harbour")).text(WordField.CAPTION)).isEqualTo("A harbour");
    }

    @Test
    void an_entity_reads_no_file(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "hunter2");
        Words seen = words(xmp("<!DOCTYPE x [<!ENTITY e SYSTEM '" + secret.toUri() + "'>]>", "It says &e;"));
        assertThat(seen.toString()).doesNotContain("hunter2");
    }

    @Test
    void entities_that_swell_do_not_swell() throws IOException {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 'ha'>");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY a")
                    .append(i)
                    .append(" '&a")
                    .append(i - 1)
                    .append(";&a")
                    .append(i - 1)
                    .append(";'>");
        }
        assertThat(words(xmp(laughs + "]>", "&a29;"))).isEqualTo(Words.NONE);
    }

    @Test
    void what_is_nested_too_deep_is_left_alone() throws IOException {
        assertThat(words(xmp("", "<a>".repeat(8_000) + "</a>".repeat(8_000))).text(WordField.CAPTION))
                .isEmpty();
    }
}
