package org.broadsheet.media.darkroom.engine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A WebP file of nothing but its picture (RFC 9649 section 2.7). libvips 8.14 adds some 200 bytes of EXIF whatever it is
 * told; ours alone decide what leaves the darkroom.
 */
final class BareWebp {

    private static final int HEAD = 12;
    private static final byte ALPHA_FLAG = 0x10;

    private BareWebp() {}

    static void rewrite(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        byte[] bare = of(bytes);
        if (bare.length < bytes.length) {
            Files.write(file, bare);
        }
    }

    static byte[] of(byte[] webp) {
        ByteBuffer in = ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN);
        ByteArrayOutputStream chunks = new ByteArrayOutputStream(webp.length);
        boolean hasAlphaChunk = false;
        byte[] canvas = {};
        for (int at = HEAD; at + 8 <= webp.length; ) {
            String name = new String(webp, at, 4, StandardCharsets.US_ASCII);
            int padded = Math.addExact(in.getInt(at + 4), in.getInt(at + 4) & 1);
            int end = Math.addExact(at + 8, padded);
            switch (name) {
                case "ALPH", "VP8 ", "VP8L" -> {
                    hasAlphaChunk |= name.equals("ALPH");
                    chunks.write(webp, at, end - at);
                }
                case "VP8X" -> canvas = Arrays.copyOfRange(webp, at, end);
                default -> {
                    // metadata
                }
            }
            at = end;
        }
        if (hasAlphaChunk) {
            canvas[8] = ALPHA_FLAG;
        }
        return riff(hasAlphaChunk ? canvas : new byte[0], chunks.toByteArray());
    }

    private static byte[] riff(byte[] canvas, byte[] chunks) {
        int size = 4 + canvas.length + chunks.length;
        return ByteBuffer.allocate(8 + size)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(size)
                .put("WEBP".getBytes(StandardCharsets.US_ASCII))
                .put(canvas)
                .put(chunks)
                .array();
    }
}
