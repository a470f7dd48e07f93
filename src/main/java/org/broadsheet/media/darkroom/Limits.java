package org.broadsheet.media.darkroom;

import java.time.Duration;

/**
 * What a picture may cost. Bytes and pixels are known before anything is decoded; memory and time are held by the
 * operating system and the clock, whatever the reader does.
 *
 * @param bytes of the file
 * @param streamedPixels where the reader works in strips (libvips)
 * @param wholePixels where the reader holds a picture as a whole (HEIF and AVIF always; WebP and TIFF without libvips)
 * @param memory of the reading process, in bytes of address space
 * @param time for one picture, all renditions included
 */
public record Limits(int bytes, long streamedPixels, long wholePixels, long memory, Duration time) {

    /** 100 megapixels is the largest medium-format camera; 50 MB its JPEG. */
    public static final Limits USUAL =
            new Limits(50 << 20, 100_000_000L, 50_000_000L, 3L << 30, Duration.ofSeconds(30));
}
