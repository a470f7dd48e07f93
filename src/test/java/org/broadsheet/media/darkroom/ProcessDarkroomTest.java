package org.broadsheet.media.darkroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.imageio.ImageIO;
import org.broadsheet.media.PictureFormat;
import org.broadsheet.media.Refusal;
import org.broadsheet.media.darkroom.engine.EngineChoice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProcessDarkroomTest {

    private static final Limits USUAL = Limits.USUAL;

    private static byte[] corpus(String name) throws IOException {
        return Files.readAllBytes(Corpus.IMAGES.resolve(name));
    }

    private static Developed developed(ProcessDarkroom darkroom, byte[] picture) throws IOException {
        try (Received received = darkroom.receive(new ByteArrayInputStream(picture))) {
            return darkroom.develop(received);
        }
    }

    private static Refusal refusal(Developed developed) {
        return switch (developed) {
            case Developed.Refused(Refusal reason, String _) -> reason;
            case Developed.Prints prints -> throw new AssertionError("taken: " + prints);
        };
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    @Test
    void a_file_beyond_the_limit_is_never_read_to_its_end() throws IOException {
        Limits small = new Limits(1_000, USUAL.streamedPixels(), USUAL.wholePixels(), USUAL.memory(), USUAL.time());
        try (ProcessDarkroom darkroom = new ProcessDarkroom(EngineChoice.BEST, small);
                ByteArrayInputStream endless = new ByteArrayInputStream(new byte[100_000]);
                Received received = darkroom.receive(endless)) {
            assertThat(refusal(darkroom.develop(received))).isEqualTo(Refusal.TOO_MANY_BYTES);
            assertThat(endless.available()).isEqualTo(100_000 - 1_001);
            assertThat(received.file()).hasSize(1_001);
        }
    }

    @Test
    void what_was_received_is_gone_when_it_is_closed() throws IOException {
        try (ProcessDarkroom darkroom = new ProcessDarkroom(EngineChoice.BEST, USUAL)) {
            Path folder;
            try (Received received = darkroom.receive(new ByteArrayInputStream(corpus("pillow/hopper.jpg")))) {
                folder = received.folder();
                assertThat(darkroom.develop(received)).isInstanceOf(Developed.Prints.class);
                assertThat(folder).isNotEmptyDirectory();
            }
            assertThat(folder).doesNotExist();
        }
    }

    @Test
    void a_reader_that_takes_too_long_is_ended_and_the_next_picture_gets_another() throws IOException {
        Limits hurried = new Limits(
                USUAL.bytes(), USUAL.streamedPixels(), USUAL.wholePixels(), USUAL.memory(), Duration.ofNanos(1));
        try (ProcessDarkroom darkroom = new ProcessDarkroom(EngineChoice.BEST, hurried)) {
            byte[] large = png(new BufferedImage(4_000, 4_000, BufferedImage.TYPE_INT_RGB));
            assertThat(refusal(developed(darkroom, large))).isEqualTo(Refusal.TOO_SLOW);
            assertThat(refusal(developed(darkroom, large))).isEqualTo(Refusal.TOO_SLOW);
        }
    }

    /** A real picture of 200 megapixels, 600 MB when decoded: refused by its head, whatever memory there is. */
    @ParameterizedTest
    @EnumSource(names = {"VIPS", "JAVA2D"})
    void more_pixels_than_allowed_are_never_decoded(EngineChoice engine) throws IOException {
        byte[] bomb = corpus("pillow/hopper.png");
        bomb[16] = 0;
        bomb[17] = 0;
        bomb[18] = (byte) 0x42;
        bomb[19] = (byte) 0x68;
        bomb[20] = 0;
        bomb[21] = 0;
        bomb[22] = (byte) 0x42;
        bomb[23] = (byte) 0x68;
        try (ProcessDarkroom darkroom = new ProcessDarkroom(engine, USUAL)) {
            assertThat(refusal(developed(darkroom, bomb))).isEqualTo(Refusal.TOO_MANY_PIXELS);
        }
    }

    /** 225 megapixels of one bit each are 28 MB as a file and 900 MB as colours: more than a reader's heap. */
    @Test
    void a_reader_that_asks_for_more_memory_than_it_may_have_ends_alone() throws IOException {
        Limits wide = new Limits(USUAL.bytes(), 300_000_000L, 300_000_000L, USUAL.memory(), Duration.ofMinutes(2));
        ByteArrayOutputStream huge = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(15_000, 15_000, BufferedImage.TYPE_BYTE_BINARY), "tiff", huge);
        try (ProcessDarkroom darkroom = new ProcessDarkroom(EngineChoice.JAVA2D, wide)) {
            assertThat(developed(darkroom, corpus("pillow/flower.webp"))).isInstanceOf(Developed.Prints.class);
            assertThat(refusal(developed(darkroom, huge.toByteArray()))).isEqualTo(Refusal.TOO_MUCH_FOR_THE_READER);
            assertThat(developed(darkroom, corpus("pillow/flower.webp"))).isInstanceOf(Developed.Prints.class);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"VIPS", "JAVA2D"})
    void what_is_transparent_is_white_on_the_jpeg(EngineChoice engine) throws IOException {
        BufferedImage clear = new BufferedImage(400, 300, BufferedImage.TYPE_INT_ARGB);
        try (ProcessDarkroom darkroom = new ProcessDarkroom(engine, USUAL);
                Received received = darkroom.receive(new ByteArrayInputStream(png(clear)))) {
            if (!(darkroom.develop(received) instanceof Developed.Prints prints)) {
                throw new AssertionError("refused");
            }
            assertThat(prints.placeholder().colour()).isEqualTo("#ffffff");
            for (Print print : prints.prints()) {
                BufferedImage read = ImageIO.read(print.file().toFile());
                if (print.format() == PictureFormat.JPEG) {
                    assertThat(read.getRGB(10, 10) & 0xFFFFFF).isEqualTo(0xFFFFFF);
                } else {
                    assertThat(read.getRGB(10, 10) >>> 24).isZero();
                }
            }
        }
    }

    @Test
    void both_engines_see_the_same_colours() throws IOException {
        for (String name : new String[] {"exiv2/Reagan.jpg", "pillow/hopper.iccprofile.tif", "vips/sample.jpg"}) {
            try (ProcessDarkroom vips = new ProcessDarkroom(EngineChoice.VIPS, USUAL);
                    ProcessDarkroom java = new ProcessDarkroom(EngineChoice.JAVA2D, USUAL)) {
                int one = colour(developed(vips, corpus(name)));
                int other = colour(developed(java, corpus(name)));
                for (int shift = 0; shift <= 16; shift += 8) {
                    assertThat(one >> shift & 0xFF).as(name).isCloseTo(other >> shift & 0xFF, within(6));
                }
            }
        }
    }

    private static int colour(Developed developed) {
        if (developed instanceof Developed.Prints prints) {
            return Integer.parseInt(prints.placeholder().colour().substring(1), 16);
        }
        throw new AssertionError(developed);
    }
}
