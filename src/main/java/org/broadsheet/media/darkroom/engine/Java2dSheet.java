package org.broadsheet.media.darkroom.engine;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageOutputStream;
import org.broadsheet.media.PictureFormat;

/** A picture in Java's memory, in sRGB. */
final class Java2dSheet implements Engine.Sheet {

    private final BufferedImage image;

    private Java2dSheet(BufferedImage image) {
        this.image = image;
    }

    /** Drawn upright into sRGB; Java2D converts the colours on the way. */
    static Java2dSheet of(BufferedImage read, Orientation orientation) {
        int width = orientation.turnsSides() ? read.getHeight() : read.getWidth();
        int height = orientation.turnsSides() ? read.getWidth() : read.getHeight();
        BufferedImage upright = blank(width, height, read.getColorModel().hasAlpha());
        Graphics2D pen = upright.createGraphics();
        pen.setComposite(AlphaComposite.Src);
        pen.drawImage(read, orientation.transform(read.getWidth(), read.getHeight()), null);
        pen.dispose();
        return new Java2dSheet(upright);
    }

    private static BufferedImage blank(int width, int height, boolean withAlpha) {
        return new BufferedImage(width, height, withAlpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    }

    @Override
    public int width() {
        return image.getWidth();
    }

    @Override
    public int height() {
        return image.getHeight();
    }

    /** By halves while more than twice too large, so that every pixel counts; then the rest in one smooth step. */
    @Override
    public Java2dSheet scaled(Size size) {
        BufferedImage current = image;
        while (current.getWidth() >= 2 * size.width() && current.getHeight() >= 2 * size.height()) {
            current = drawn(
                    current,
                    current.getWidth() / 2,
                    current.getHeight() / 2,
                    RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        }
        return new Java2dSheet(drawn(current, size.width(), size.height(), RenderingHints.VALUE_INTERPOLATION_BICUBIC));
    }

    private static BufferedImage drawn(BufferedImage from, int width, int height, Object interpolation) {
        BufferedImage to = blank(width, height, from.getColorModel().hasAlpha());
        Graphics2D pen = to.createGraphics();
        pen.setComposite(AlphaComposite.Src);
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, interpolation);
        pen.drawImage(from, 0, 0, width, height, null);
        pen.dispose();
        return to;
    }

    @Override
    public void write(PictureFormat format, int quality, Path file) throws IOException {
        switch (format) {
            case WEBP -> encode("webp", quality, image, file);
            case JPEG -> encode("jpeg", quality, onWhite(), file);
        }
    }

    private BufferedImage onWhite() {
        if (!image.getColorModel().hasAlpha()) {
            return image;
        }
        BufferedImage flat = blank(width(), height(), false);
        Graphics2D pen = flat.createGraphics();
        pen.drawImage(image, 0, 0, Color.WHITE, null);
        pen.dispose();
        return flat;
    }

    private static void encode(String writerName, int quality, BufferedImage what, Path file) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(writerName).next();
        // It would leave the end of a longer file that is there already.
        Files.deleteIfExists(file);
        try (FileImageOutputStream output = new FileImageOutputStream(file.toFile())) {
            writer.setOutput(output);
            ImageWriteParam wanted = writer.getDefaultWriteParam();
            wanted.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            if (wanted.getCompressionTypes() instanceof String[] types && types.length > 0) {
                wanted.setCompressionType(types[0]);
            }
            wanted.setCompressionQuality(quality / 100f);
            if (wanted.canWriteProgressive()) {
                wanted.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            }
            writer.write(null, new IIOImage(what, null, null), wanted);
        } finally {
            writer.dispose();
        }
    }

    @Override
    public int[] pixels() {
        return image.getRGB(0, 0, width(), height(), null, 0, width());
    }

    @Override
    public void close() {
        ((Image) image).flush();
    }
}
