package org.broadsheet.media.darkroom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.broadsheet.media.PictureFormat;
import org.broadsheet.media.Placeholder;
import org.broadsheet.media.darkroom.engine.Engine;
import org.broadsheet.media.darkroom.engine.Size;

/** Makes what stands in a picture's place until it has come. */
final class Blur {

    private static final int LONGER_SIDE = 16;
    private static final int QUALITY = 30;

    private Blur() {}

    static Placeholder of(Engine.Sheet sheet, Path folder) throws IOException, Engine.Damaged {
        double scale = Math.min(1.0, (double) LONGER_SIDE / Math.max(sheet.width(), sheet.height()));
        Size small = new Size(Math.max(1, (int) Math.round(sheet.width() * scale)), Math.max(1, (int)
                Math.round(sheet.height() * scale)));
        Path file = folder.resolve("blur." + PictureFormat.WEBP.extension());
        try (Engine.Sheet blurred = sheet.scaled(small)) {
            blurred.write(PictureFormat.WEBP, QUALITY, file);
            String address = "data:image/webp;base64," + Base64.getEncoder().encodeToString(Files.readAllBytes(file));
            return new Placeholder(
                    average(blurred.pixels()), address.length() <= Placeholder.LONGEST_BLUR ? address : "");
        }
    }

    /** Of what is seen on white paper. */
    private static String average(int[] pixels) {
        long red = 0;
        long green = 0;
        long blue = 0;
        for (int pixel : pixels) {
            int alpha = pixel >>> 24;
            red += onWhite(pixel >> 16 & 0xFF, alpha);
            green += onWhite(pixel >> 8 & 0xFF, alpha);
            blue += onWhite(pixel & 0xFF, alpha);
        }
        return String.format("#%02x%02x%02x", red / pixels.length, green / pixels.length, blue / pixels.length);
    }

    private static int onWhite(int channel, int alpha) {
        return (channel * alpha + 255 * (255 - alpha)) / 255;
    }
}
