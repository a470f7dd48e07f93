package org.broadsheet.media.darkroom.engine;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Locale;
import org.broadsheet.media.PictureFormat;
import org.broadsheet.media.darkroom.head.PictureHead;
import org.broadsheet.media.darkroom.head.PictureKind;

/** Reads with libvips, which works through a picture in strips and shrinks while it decodes. */
final class VipsEngine implements Engine {

    private final Vips vips;

    VipsEngine(Vips vips) {
        this.vips = vips;
    }

    @Override
    public boolean holdsWhole(PictureKind kind) {
        return kind.alwaysWhole();
    }

    @Override
    public boolean reads(PictureKind kind) {
        return true;
    }

    @Override
    public Sheet read(Path file, PictureHead head, int widest) throws Damaged {
        MemorySegment opened = vips.open(file);
        try {
            Vips.Colours colours = vips.colours(opened);
            try {
                return sheet(vips.thumbnail(file, widest, colours));
            } catch (Damaged damaged) {
                if (colours == Vips.Colours.BY_PROFILE && speaksOfProfile(damaged)) {
                    return withoutProfile(opened, widest);
                }
                throw damaged;
            }
        } finally {
            vips.release(opened);
        }
    }

    private static boolean speaksOfProfile(Damaged damaged) {
        return String.valueOf(damaged.getMessage()).toLowerCase(Locale.ROOT).contains("icc");
    }

    /** A broken colour profile is no reason to refuse a good picture: it is read as sRGB then. */
    private Sheet withoutProfile(MemorySegment opened, int widest) throws Damaged {
        vips.remove(opened, "icc-profile-data");
        return sheet(vips.scaled(opened, widest));
    }

    /** Takes the image over, whatever happens. */
    private Sheet sheet(MemorySegment lazy) throws Damaged {
        try {
            MemorySegment coloured = vips.toSrgb(lazy);
            try {
                return new VipsSheet(vips.bare(coloured));
            } finally {
                vips.release(coloured);
            }
        } finally {
            vips.release(lazy);
        }
    }

    private final class VipsSheet implements Sheet {

        private final MemorySegment image;
        private final int width;
        private final int height;

        private VipsSheet(MemorySegment image) throws Damaged {
            this.image = image;
            this.width = vips.width(image);
            this.height = vips.height(image);
        }

        @Override
        public int width() {
            return width;
        }

        @Override
        public int height() {
            return height;
        }

        @Override
        public Sheet scaled(Size size) throws Damaged {
            return sheet(vips.forced(image, size));
        }

        @Override
        public void write(PictureFormat format, int quality, Path file) throws Damaged, IOException {
            switch (format) {
                case WEBP -> {
                    vips.save(image, file, "Q=" + quality + ",strip");
                    BareWebp.rewrite(file);
                }
                case JPEG -> writeJpeg(quality, file);
            }
        }

        private void writeJpeg(int quality, Path file) throws Damaged {
            String options = "Q=" + quality + ",strip,optimize_coding,interlace";
            if (!vips.hasAlpha(image)) {
                vips.save(image, file, options);
                return;
            }
            MemorySegment flat = vips.flattened(image);
            try {
                vips.save(flat, file, options);
            } finally {
                vips.release(flat);
            }
        }

        @Override
        public int[] pixels() throws Damaged {
            byte[] bytes = vips.pixels(image);
            int bands = bytes.length / (width * height);
            int[] pixels = new int[width * height];
            for (int i = 0; i < pixels.length; i++) {
                int at = i * bands;
                int alpha = bands == 4 ? bytes[at + 3] & 0xFF : 0xFF;
                pixels[i] =
                        alpha << 24 | (bytes[at] & 0xFF) << 16 | (bytes[at + 1] & 0xFF) << 8 | (bytes[at + 2] & 0xFF);
            }
            return pixels;
        }

        @Override
        public void close() {
            vips.release(image);
        }
    }
}
