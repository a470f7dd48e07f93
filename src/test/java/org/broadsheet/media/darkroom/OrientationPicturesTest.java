package org.broadsheet.media.darkroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import javax.imageio.ImageIO;
import org.broadsheet.media.PictureFormat;
import org.broadsheet.media.darkroom.engine.EngineChoice;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrientationPicturesTest {

    @ParameterizedTest
    @EnumSource(names = {"VIPS", "JAVA2D"})
    void the_same_picture_under_every_orientation_is_the_same_picture(EngineChoice engine) throws IOException {
        List<Corpus.Item> turned = Corpus.items("images").stream()
                .filter(item -> item.kind().equals("pillow-orientation"))
                .filter(item -> item.name().contains("_orientation_"))
                .toList();
        assertThat(turned).hasSizeGreaterThan(8);
        try (ProcessDarkroom darkroom = new ProcessDarkroom(engine, Limits.USUAL)) {
            BufferedImage hopper = largest(darkroom, "pillow/hopper.jpg");
            BufferedImage page = largest(darkroom, "pillow/g4_orientation_4.tif");
            for (Corpus.Item item : turned) {
                BufferedImage upright = item.name().contains("hopper") ? hopper : page;
                assertThat(difference(largest(darkroom, item.name()), upright))
                        .as("%s against the upright picture, of 255", item.name())
                        .isLessThan(8);
            }
            assertThat(difference(mirrored(hopper), hopper)).isGreaterThan(16);
            BufferedImage rectangle = largest(darkroom, "pillow/orientation_rectangle.jpg");
            assertThat(rectangle.getWidth()).isEqualTo(1);
            assertThat(rectangle.getHeight()).isEqualTo(2);
        }
    }

    private static BufferedImage largest(Darkroom darkroom, String name) throws IOException {
        try (InputStream picture = Files.newInputStream(Corpus.IMAGES.resolve(name));
                Received received = darkroom.receive(picture)) {
            return switch (darkroom.develop(received)) {
                case Developed.Prints prints ->
                    ImageIO.read(prints.prints().stream()
                            .filter(print -> print.width() == prints.width() && print.format() == PictureFormat.JPEG)
                            .findFirst()
                            .orElseThrow()
                            .file()
                            .toFile());
                case Developed.Refused refused -> throw new AssertionError(name + ": " + refused);
            };
        }
    }

    private static BufferedImage mirrored(BufferedImage image) {
        BufferedImage turned = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                turned.setRGB(image.getWidth() - 1 - x, y, image.getRGB(x, y));
            }
        }
        return turned;
    }

    /** Of their grey, the mean over all pixels. */
    private static double difference(BufferedImage one, BufferedImage other) {
        assertThat(one.getWidth()).isEqualTo(other.getWidth());
        assertThat(one.getHeight()).isEqualTo(other.getHeight());
        long sum = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                sum += Math.abs(grey(one.getRGB(x, y)) - grey(other.getRGB(x, y)));
            }
        }
        return (double) sum / ((long) one.getWidth() * one.getHeight());
    }

    private static int grey(int pixel) {
        return ((pixel >> 16 & 0xFF) + (pixel >> 8 & 0xFF) + (pixel & 0xFF)) / 3;
    }
}
