package org.broadsheet.media.darkroom.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import org.broadsheet.media.Refusal;
import org.broadsheet.media.darkroom.Corpus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class PictureHeadTest {

    private static PictureHead of(byte[] bytes) throws PictureHead.Unreadable {
        return PictureHead.of(MemorySegment.ofArray(bytes));
    }

    @Test
    void kind_and_size_are_those_that_exiftool_sees() throws Exception {
        int compared = 0;
        for (JsonNode tags : Corpus.json(Corpus.IMAGES.resolve("exiftool-oracle.json"))) {
            String type = tags.path("File:FileType").asString("");
            if (!type.matches("JPEG|PNG|TIFF|GIF|WEBP|MPO")) {
                continue;
            }
            String file = tags.path("SourceFile").asString();
            PictureHead head = PictureHead.of(Corpus.IMAGES.resolve(file));
            assertThat(head.kind().name()).as(file).isEqualTo(type.equals("MPO") ? "JPEG" : type);
            if (tags.hasNonNull("File:ImageWidth")) {
                assertThat(head.width())
                        .as(file)
                        .isEqualTo(tags.path("File:ImageWidth").asInt());
                assertThat(head.height())
                        .as(file)
                        .isEqualTo(tags.path("File:ImageHeight").asInt());
            }
            compared++;
        }
        assertThat(compared).isGreaterThan(60);
    }

    @ParameterizedTest
    @CsvSource({
        "vips/logo.svg, SVG",
        "vips/blankpage.pdf, PDF",
        "exiftool/PostScript.eps, PostScript",
        "exiftool/HTML.html, web page",
        "exiftool/Photoshop.psd, Photoshop",
        "exiftool/OOXML.docx, office",
        "pillow/hopper.bmp, BMP",
        "pillow/hopper.ico, icon",
        "exiftool/JXL2.jxl, JPEG XL"
    })
    void what_is_refused_is_named(String file, String name) {
        assertThatThrownBy(() -> PictureHead.of(Corpus.IMAGES.resolve(file)))
                .isInstanceOfSatisfying(PictureHead.Unreadable.class, refused -> {
                    assertThat(refused.reason()).isEqualTo(Refusal.NOT_A_PICTURE_WE_TAKE);
                    assertThat(refused.words()).contains(name);
                });
    }

    @Test
    void a_picture_that_looks_like_a_drawing_is_told_by_its_first_bytes() throws Exception {
        assertThat(PictureHead.of(Corpus.IMAGES.resolve("vips/looks-like-svg.webp"))
                        .kind())
                .isEqualTo(PictureKind.WEBP);
        byte[] page = "GIF8<html>".getBytes(StandardCharsets.US_ASCII);
        assertThatThrownBy(() -> of(page)).hasMessageContaining("web page");
    }

    @Test
    void the_bomb_says_how_large_it_is() throws Exception {
        PictureHead head = PictureHead.of(Corpus.IMAGES.resolve("vips/17000x17000.avif"));
        assertThat(head).isEqualTo(new PictureHead(PictureKind.AVIF, 17_000, 17_000));
        assertThat(head.pixels()).isEqualTo(289_000_000L);
    }

    @Test
    void every_beginning_of_a_picture_is_read_or_refused() throws Exception {
        for (String file : new String[] {
            "pillow/hopper.jpg",
            "pillow/hopper.png",
            "pillow/hopper.webp",
            "vips/cogs.gif",
            "vips/4bit.tif",
            "vips/17000x17000.avif"
        }) {
            byte[] whole = Files.readAllBytes(Corpus.IMAGES.resolve(file));
            for (int length = 0; length < Math.min(whole.length, 1_500); length++) {
                try {
                    assertThat(of(Arrays.copyOf(whole, length)).width()).isPositive();
                } catch (PictureHead.Unreadable refused) {
                    assertThat(refused.words()).endsWith(".");
                }
            }
        }
    }

    @Test
    void an_empty_file_is_called_empty() {
        assertThatThrownBy(() -> of(new byte[0]))
                .isInstanceOfSatisfying(
                        PictureHead.Unreadable.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Refusal.EMPTY));
    }
}
