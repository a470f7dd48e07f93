package org.broadsheet.base.asset;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Properties;
import java.util.Scanner;
import javax.imageio.ImageIO;

/** The paper's icon: the first letter of its name, cut out of a square of the accent colour. */
final class Initial {
    private static final String PAPER = "#fffefb";
    private static final String ACCENT = "#9c1c28";
    /** A name that begins with no Latin letter and no figure gets the printer's paragraph sign. */
    private static final String OTHERWISE = "\u00b6";

    private static final String SHAPES = "/initials.properties";

    private final String outline;

    Initial(String paperName) {
        this.outline = outlineOf(firstLetter(paperName));
    }

    /** "The" and "A" begin too many names to tell papers apart. */
    static String firstLetter(String paperName) {
        String bare = paperName.strip().replaceFirst("(?i)^(the|a|an)\\s+(?=\\S)", "");
        String plain = Normalizer.normalize(bare, Normalizer.Form.NFKD).toUpperCase(Locale.ROOT);
        String letter = plain.isEmpty() ? "" : plain.substring(0, 1);
        return letter.matches("[A-Z0-9]") ? letter : OTHERWISE;
    }

    /** As a drawing, 512 units square. */
    String svg() {
        AffineTransform place = placed(512, 0.62);
        double[] m = new double[6];
        place.getMatrix(m);
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><rect width="512" height="512" rx="72" fill="%s"/>\
                <path transform="matrix(%.4f %.4f %.4f %.4f %.2f %.2f)" fill="%s" d="%s"/></svg>
                """.formatted(ACCENT, m[0], m[1], m[2], m[3], m[4], m[5], PAPER, outline);
    }

    /**
     * As a PNG.
     *
     * @param share of the square that the letter takes; 0.5 leaves room for whatever mask a telephone lays over it
     */
    byte[] png(int size, double share) {
        BufferedImage square = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        Graphics2D draw = square.createGraphics();
        draw.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        draw.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        draw.setColor(Color.decode(ACCENT));
        draw.fillRect(0, 0, size, size);
        draw.setColor(Color.decode(PAPER));
        draw.fill(placed(size, share).createTransformedShape(path()));
        draw.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(square, "png", out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** One PNG of 32 px in an ICO's envelope, which every browser that asks for favicon.ico reads. */
    byte[] ico() {
        byte[] picture = png(32, 0.72);
        ByteBuffer file = ByteBuffer.allocate(22 + picture.length).order(ByteOrder.LITTLE_ENDIAN);
        file.putShort((short) 0).putShort((short) 1).putShort((short) 1);
        file.put((byte) 32).put((byte) 32).put((byte) 0).put((byte) 0);
        file.putShort((short) 1).putShort((short) 32).putInt(picture.length).putInt(22);
        return file.put(picture).array();
    }

    /** Moves the letter to the middle of a square; the outlines' y goes upwards, a picture's downwards. */
    private AffineTransform placed(int size, double share) {
        Rectangle2D box = path().getBounds2D();
        double scale = size * share / Math.max(box.getWidth(), box.getHeight());
        AffineTransform place = AffineTransform.getTranslateInstance(size / 2.0, size / 2.0);
        place.scale(scale, -scale);
        place.translate(-box.getCenterX(), -box.getCenterY());
        return place;
    }

    /** Steps as SVG writes them: a letter may serve several points, and further points of a move are lines. */
    private Path2D path() {
        Path2D.Double path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        try (Scanner steps =
                new Scanner(outline.replaceAll("([A-Z])", " $1 ").replace(',', ' ')).useLocale(Locale.ROOT)) {
            double x = 0;
            double y = 0;
            String step = "";
            while (steps.hasNext()) {
                step = steps.hasNextDouble() ? step.equals("M") ? "L" : step : steps.next();
                switch (step) {
                    case "M" -> path.moveTo(x = steps.nextDouble(), y = steps.nextDouble());
                    case "L" -> path.lineTo(x = steps.nextDouble(), y = steps.nextDouble());
                    case "H" -> path.lineTo(x = steps.nextDouble(), y);
                    case "V" -> path.lineTo(x, y = steps.nextDouble());
                    case "Q" ->
                        path.quadTo(
                                steps.nextDouble(), steps.nextDouble(), x = steps.nextDouble(), y = steps.nextDouble());
                    case "Z" -> path.closePath();
                    default -> throw new IllegalStateException("an outline has the step " + step);
                }
            }
        }
        return path;
    }

    private static String outlineOf(String letter) {
        try (InputStream file = Initial.class.getResourceAsStream(SHAPES)) {
            if (file == null) {
                throw new IllegalStateException("the outlines " + SHAPES + " are missing from the program");
            }
            Properties shapes = new Properties();
            shapes.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return shapes.getProperty(letter);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
