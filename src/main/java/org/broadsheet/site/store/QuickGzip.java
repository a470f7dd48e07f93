package org.broadsheet.site.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Gzip (RFC 1952) one text after another with one deflater: a new one takes a quarter of a megabyte of native memory,
 * which costs about as much as packing a page. For one thread at a time.
 */
final class QuickGzip implements AutoCloseable {
    /** Deflate, no name, no time, from any system. */
    private static final byte[] HEAD = {0x1f, (byte) 0x8b, Deflater.DEFLATED, 0, 0, 0, 0, 0, 0, (byte) 0xff};

    private static final int CHECK_AND_LENGTH = 8;

    private final Deflater deflater;
    private final CRC32 check = new CRC32();

    QuickGzip(int level) {
        this.deflater = new Deflater(level, true);
    }

    byte[] pack(byte[] plain) {
        deflater.reset();
        deflater.setInput(plain);
        deflater.finish();
        byte[] packed = Arrays.copyOf(HEAD, HEAD.length + plain.length / 3 + 64);
        int end = HEAD.length;
        while (!deflater.finished()) {
            end += deflater.deflate(packed, end, packed.length - end);
            if (packed.length - end < CHECK_AND_LENGTH) {
                packed = Arrays.copyOf(packed, packed.length * 2);
            }
        }
        check.reset();
        check.update(plain);
        ByteBuffer.wrap(packed, end, CHECK_AND_LENGTH)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) check.getValue())
                .putInt(plain.length);
        return Arrays.copyOf(packed, end + CHECK_AND_LENGTH);
    }

    @Override
    public void close() {
        deflater.end();
    }
}
