package org.broadsheet.media.darkroom.engine;

import java.io.IOException;
import java.nio.file.Path;
import org.broadsheet.media.PictureFormat;
import org.broadsheet.media.darkroom.head.PictureHead;
import org.broadsheet.media.darkroom.head.PictureKind;

/** Something that reads, scales and writes pictures. */
public interface Engine {

    /** The picture could not be read; the words are the library's, for the log. */
    final class Damaged extends Exception {
        private static final long serialVersionUID = 1L;

        Damaged(String words) {
            super(words);
        }

        Damaged(Throwable cause) {
            super(cause);
        }
    }

    /** A picture in memory: upright, in sRGB with 8 bits a channel, without a word of metadata. */
    interface Sheet extends AutoCloseable {

        int width();

        int height();

        /** A smaller one; this one may go on being used. */
        Sheet scaled(Size size) throws Damaged;

        /** Without metadata; for JPEG, what is transparent is laid on white. */
        void write(PictureFormat format, int quality, Path file) throws Damaged, IOException;

        /** Every pixel, row by row, {@code 0xAARRGGBB}; for small ones. */
        int[] pixels() throws Damaged;

        @Override
        void close();
    }

    /** True where it holds a picture of this kind in memory as a whole, false where it works in strips. */
    boolean holdsWhole(PictureKind kind);

    /** False where it has no reader for a kind. */
    boolean reads(PictureKind kind);

    /** The first frame, as wide as it is but at most so many px, and never taller than a rendition can be. */
    Sheet read(Path file, PictureHead head, int widest) throws Damaged, IOException;
}
