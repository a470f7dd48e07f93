package org.broadsheet.media.darkroom.embedded;

import com.drew.imaging.jpeg.JpegProcessingException;
import com.drew.imaging.jpeg.JpegSegmentReader;
import com.drew.imaging.jpeg.JpegSegmentType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Photoshop's resources in a JPEG: IPTC IIM and its digest among them. They may be longer than the 64 KB of one segment
 * and then go on in the next; the metadata library reads each by itself and finds nothing.
 *
 * @param iim the records of every IIM resource, one after the other
 * @param digest MD5 of the IIM that the file's XMP was made to agree with; empty where nobody wrote it down
 */
record PhotoshopResources(byte[] iim, byte[] digest) {

    static final PhotoshopResources NONE = new PhotoshopResources(new byte[0], new byte[0]);

    private static final byte[] PREAMBLE = "Photoshop 3.0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int IIM = 0x0404;
    private static final int IIM_DIGEST = 0x0425;

    static PhotoshopResources of(Path file) throws IOException {
        try {
            ByteArrayOutputStream resources = new ByteArrayOutputStream();
            for (byte[] segment : JpegSegmentReader.readSegments(file.toFile(), List.of(JpegSegmentType.APPD))
                    .getSegments(JpegSegmentType.APPD)) {
                if (Arrays.mismatch(segment, PREAMBLE) == PREAMBLE.length) {
                    resources.write(segment, PREAMBLE.length, segment.length - PREAMBLE.length);
                }
            }
            return walk(ByteBuffer.wrap(resources.toByteArray()));
        } catch (JpegProcessingException noJpeg) {
            return NONE;
        }
    }

    /** {@code 8BIM}, number, Pascal string and content, both filled up to even; what follows something else is lost. */
    private static PhotoshopResources walk(ByteBuffer in) {
        ByteArrayOutputStream iim = new ByteArrayOutputStream();
        byte[] digest = {};
        while (in.remaining() >= 12 && in.getInt(in.position()) == 0x3842494D) {
            int number = in.getShort(in.position() + 4) & 0xFFFF;
            int named = 1 + (in.get(in.position() + 6) & 0xFF);
            int at = in.position() + 6 + named + (named & 1);
            if (at + 4 > in.limit()) {
                break;
            }
            int length = in.getInt(at);
            if (length < 0 || length > in.limit() - at - 4) {
                break;
            }
            byte[] content = Arrays.copyOfRange(in.array(), at + 4, at + 4 + length);
            if (number == IIM) {
                iim.writeBytes(content);
            } else if (number == IIM_DIGEST) {
                digest = content;
            }
            in.position(Math.min(in.limit(), at + 4 + length + (length & 1)));
        }
        return new PhotoshopResources(iim.toByteArray(), digest);
    }
}
