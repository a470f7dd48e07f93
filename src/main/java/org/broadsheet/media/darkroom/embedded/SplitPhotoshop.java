package org.broadsheet.media.darkroom.embedded;

import com.drew.imaging.jpeg.JpegProcessingException;
import com.drew.imaging.jpeg.JpegSegmentReader;
import com.drew.imaging.jpeg.JpegSegmentType;
import com.drew.lang.SequentialByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.photoshop.PhotoshopReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Photoshop's resources, IPTC among them, may be longer than the 64 KB of one JPEG segment and then go on in the next;
 * the metadata library reads each by itself and finds nothing.
 */
final class SplitPhotoshop {

    private static final byte[] PREAMBLE = "Photoshop 3.0\0".getBytes(StandardCharsets.ISO_8859_1);

    private SplitPhotoshop() {}

    static void readInto(Metadata metadata, Path file) throws IOException {
        ByteArrayOutputStream resources = new ByteArrayOutputStream();
        try {
            for (byte[] segment : JpegSegmentReader.readSegments(file.toFile(), List.of(JpegSegmentType.APPD))
                    .getSegments(JpegSegmentType.APPD)) {
                if (new String(segment, 0, Math.min(segment.length, PREAMBLE.length), StandardCharsets.ISO_8859_1)
                        .equals(new String(PREAMBLE, StandardCharsets.ISO_8859_1))) {
                    resources.write(segment, PREAMBLE.length, segment.length - PREAMBLE.length);
                }
            }
        } catch (JpegProcessingException noJpeg) {
            return;
        }
        new PhotoshopReader()
                .extract(new SequentialByteArrayReader(resources.toByteArray()), resources.size(), metadata);
    }
}
