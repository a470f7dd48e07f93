package org.broadsheet.media.darkroom.engine;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import org.broadsheet.media.darkroom.head.PictureHead;
import org.broadsheet.media.darkroom.head.PictureKind;

/**
 * Reads with what Java has, and TwelveMonkeys' and libwebp's readers: for machines without libvips. JPEG, PNG and GIF are
 * thinned while they are read, so that a large one costs no more than twice the widest rendition; others are held whole.
 */
final class Java2dEngine implements Engine {

    private static final Set<PictureKind> THINNED = EnumSet.of(PictureKind.JPEG, PictureKind.PNG, PictureKind.GIF);

    @Override
    public boolean holdsWhole(PictureKind kind) {
        return !THINNED.contains(kind);
    }

    @Override
    public boolean reads(PictureKind kind) {
        return !kind.alwaysWhole();
    }

    @Override
    public Sheet read(Path file, PictureHead head, int widest) throws Damaged, IOException {
        Orientation orientation = Orientation.of(file);
        int wanted = orientation.turnsSides() ? head.height() : head.width();
        int thinning = THINNED.contains(head.kind()) ? Math.max(1, wanted / (2 * widest)) : 1;
        BufferedImage read = decode(file, head, thinning);
        Java2dSheet sheet = Java2dSheet.of(read, orientation);
        return sheet.width() <= widest
                ? sheet
                : sheet.scaled(new Size(widest, (int)
                        Math.max(1, Math.round((double) sheet.height() * widest / sheet.width()))));
    }

    private static BufferedImage decode(Path file, PictureHead head, int thinning) throws Damaged, IOException {
        Iterator<ImageReader> readers =
                ImageIO.getImageReadersByFormatName(head.kind().readerName());
        if (!readers.hasNext()) {
            throw new Damaged("no reader for " + head.kind());
        }
        ImageReader reader = readers.next();
        try (FileImageInputStream input = new FileImageInputStream(file.toFile())) {
            reader.setInput(input, true, true);
            List<String> warnings = new ArrayList<>();
            reader.addIIOReadWarningListener((_, warning) -> warnings.add(warning));
            ImageReadParam asked = reader.getDefaultReadParam();
            asked.setSourceSubsampling(thinning, thinning, 0, 0);
            BufferedImage image = reader.read(0, asked);
            refuseCutShort(warnings);
            return image;
        } catch (IOException | RuntimeException broken) {
            throw new Damaged(broken);
        } finally {
            reader.dispose();
        }
    }

    /** Java's JPEG reader fills the rest with grey and says so only here. */
    private static void refuseCutShort(List<String> warnings) throws Damaged {
        for (String warning : warnings) {
            String lower = warning.toLowerCase(Locale.ROOT);
            if (lower.contains("premature") || lower.contains("truncated")) {
                throw new Damaged(warning);
            }
        }
    }
}
