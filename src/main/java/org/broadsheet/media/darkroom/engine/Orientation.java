package org.broadsheet.media.darkroom.engine;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.nio.file.Path;

/** How a camera was held: Exif 2.32 section 4.6.4, tag 274. */
enum Orientation {
    UPRIGHT(1, 0, 0, 1),
    MIRRORED(-1, 0, 0, 1),
    UPSIDE_DOWN(-1, 0, 0, -1),
    FLIPPED(1, 0, 0, -1),
    TRANSPOSED(0, 1, 1, 0),
    TURNED_RIGHT(0, 1, -1, 0),
    TRANSVERSED(0, -1, -1, 0),
    TURNED_LEFT(0, -1, 1, 0);

    private final int xToX;
    private final int xToY;
    private final int yToX;
    private final int yToY;

    Orientation(int xToX, int xToY, int yToX, int yToY) {
        this.xToX = xToX;
        this.xToY = xToY;
        this.yToX = yToX;
        this.yToY = yToY;
    }

    /** Upright where the file says nothing, or nothing that can be read. */
    static Orientation of(Path file) {
        try {
            return of(ImageMetadataReader.readMetadata(file.toFile()));
        } catch (ImageProcessingException | IOException | RuntimeException unreadable) {
            return UPRIGHT;
        }
    }

    private static Orientation of(Metadata metadata) {
        ExifIFD0Directory exif = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        Integer said = exif == null ? null : exif.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
        return said == null || said < 1 || said > 8 ? UPRIGHT : values()[said - 1];
    }

    /** True where what was wide becomes high. */
    boolean turnsSides() {
        return xToX == 0;
    }

    /** From the pixels as stored to the picture as it must be seen. */
    AffineTransform transform(int storedWidth, int storedHeight) {
        double shiftX = (xToX < 0 ? storedWidth : 0) + (yToX < 0 ? storedHeight : 0);
        double shiftY = (xToY < 0 ? storedWidth : 0) + (yToY < 0 ? storedHeight : 0);
        return new AffineTransform(xToX, xToY, yToX, yToY, shiftX, shiftY);
    }
}
