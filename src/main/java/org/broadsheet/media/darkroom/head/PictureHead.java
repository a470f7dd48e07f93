package org.broadsheet.media.darkroom.head;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.broadsheet.media.Refusal;

/**
 * What a picture's first bytes say: its kind and how many pixels a reader would have to make of it. Read in plain Java
 * with every access inside the file's bounds, before anything that decodes.
 *
 * @param width in px, before any orientation is applied
 * @param height in px
 */
public record PictureHead(PictureKind kind, int width, int height) {

    /** The file says something that no picture of its kind may say, or is none. */
    public static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Refusal reason;

        private final String words;

        public Unreadable(Refusal reason, String words) {
            super(words);
            this.reason = reason;
            this.words = words;
        }

        public Refusal reason() {
            return reason;
        }

        /** For the person who sent the file. */
        public String words() {
            return words;
        }
    }

    public long pixels() {
        return (long) width * height;
    }

    public static PictureHead of(Path file) throws IOException, Unreadable {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                Arena arena = Arena.ofConfined()) {
            return of(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena));
        }
    }

    public static PictureHead of(MemorySegment bytes) throws Unreadable {
        Octets octets = new Octets(bytes);
        PictureKind kind = Signature.kindOf(octets);
        try {
            PictureHead head = switch (kind) {
                case JPEG -> jpeg(octets);
                case PNG -> png(octets);
                case WEBP -> webp(octets);
                case GIF -> gif(octets);
                case TIFF -> TiffHead.read(octets);
                case HEIF, AVIF -> HeifHead.read(octets, kind);
            };
            if (head.width < 1 || head.height < 1) {
                throw damaged("it says that it is " + head.width + " by " + head.height + " pixels");
            }
            return head;
        } catch (IndexOutOfBoundsException cutShort) {
            throw damaged("it ends before its first pixel");
        }
    }

    static Unreadable damaged(String what) {
        return new Unreadable(Refusal.DAMAGED, "This picture is damaged: " + what + ". Please export it again.");
    }

    /** ISO/IEC 10918-1 B.2.2: the first frame header; what stands between segments is skipped as libjpeg skips it. */
    private static PictureHead jpeg(Octets octets) throws Unreadable {
        long at = 2;
        while (true) {
            while (octets.uint8(at) != 0xFF) {
                at++;
            }
            while (octets.uint8(at) == 0xFF) {
                at++;
            }
            int marker = octets.uint8(at++);
            boolean frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
            if (frame) {
                return new PictureHead(PictureKind.JPEG, octets.uint16(at + 5), octets.uint16(at + 3));
            }
            if (marker == 0xDA || marker == 0xD9) {
                throw damaged("its data begins before its size is said");
            }
            boolean alone = marker <= 0x01 || (marker >= 0xD0 && marker <= 0xD8);
            at += alone ? 0 : octets.uint16(at);
        }
    }

    /** PNG third edition, section 5: IHDR comes first; no chunk before the pixels is longer than the file. */
    private static PictureHead png(Octets octets) throws Unreadable {
        long at = 8;
        while (!octets.ascii(at + 4, 4).equals("IDAT")) {
            at += 12 + octets.uint32(at);
        }
        if (!octets.ascii(12, 4).equals("IHDR")) {
            throw damaged("it does not begin with its size");
        }
        return new PictureHead(PictureKind.PNG, octets.int32(16), octets.int32(20));
    }

    /** RFC 9649 section 2; the canvas of an extended file, the frame of a simple one. */
    private static PictureHead webp(Octets octets) throws Unreadable {
        return switch (octets.ascii(12, 4)) {
            case "VP8X" -> new PictureHead(PictureKind.WEBP, octets.uint24Little(24) + 1, octets.uint24Little(27) + 1);
            case "VP8L" -> {
                long bits = octets.uint32Little(21);
                yield new PictureHead(PictureKind.WEBP, (int) (bits & 0x3FFF) + 1, (int) (bits >> 14 & 0x3FFF) + 1);
            }
            case "VP8 " ->
                new PictureHead(PictureKind.WEBP, octets.uint16Little(26) & 0x3FFF, octets.uint16Little(28) & 0x3FFF);
            default -> throw damaged("it holds no WebP picture");
        };
    }

    /** GIF89a sections 18 to 24: the screen, or the first frame where that goes beyond it. */
    private static PictureHead gif(Octets octets) throws Unreadable {
        int width = octets.uint16Little(6);
        int height = octets.uint16Little(8);
        int flags = octets.uint8(10);
        long at = 13 + ((flags & 0x80) == 0 ? 0 : 3L << ((flags & 7) + 1));
        while (octets.uint8(at) == 0x21) {
            at += 2;
            while (octets.uint8(at) != 0) {
                at += 1 + octets.uint8(at);
            }
            at++;
        }
        if (octets.uint8(at) != 0x2C) {
            throw damaged("it holds no frame");
        }
        return new PictureHead(
                PictureKind.GIF,
                Math.max(width, octets.uint16Little(at + 1) + octets.uint16Little(at + 5)),
                Math.max(height, octets.uint16Little(at + 3) + octets.uint16Little(at + 7)));
    }

    /** Numbers out of a file; reading past its end is an {@link IndexOutOfBoundsException}. */
    record Octets(MemorySegment bytes) {

        int uint8(long at) {
            return Byte.toUnsignedInt(bytes.get(JAVA_BYTE, at));
        }

        int uint16(long at) {
            return uint8(at) << 8 | uint8(at + 1);
        }

        int uint16Little(long at) {
            return uint8(at) | uint8(at + 1) << 8;
        }

        int uint24Little(long at) {
            return uint16Little(at) | uint8(at + 2) << 16;
        }

        int int32(long at) {
            return uint16(at) << 16 | uint16(at + 2);
        }

        long uint32(long at) {
            return Integer.toUnsignedLong(int32(at));
        }

        long uint32Little(long at) {
            return uint16Little(at) | (long) uint16Little(at + 2) << 16;
        }

        String ascii(long at, int length) {
            StringBuilder text = new StringBuilder(length);
            for (int i = 0; i < length; i++) {
                text.append((char) uint8(at + i));
            }
            return text.toString();
        }

        /** Empty beyond the end, so that a short file is simply none of what is looked for. */
        boolean startsWith(long at, String ascii) {
            return at + ascii.length() <= bytes.byteSize()
                    && ascii(at, ascii.length()).equals(ascii);
        }
    }
}
