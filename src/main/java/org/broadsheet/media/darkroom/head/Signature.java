package org.broadsheet.media.darkroom.head;

import java.util.Locale;
import java.util.Set;
import org.broadsheet.media.Refusal;

/** Tells a file by its content, and names what is refused so that the sender knows what went wrong. */
final class Signature {

    private static final String TAKEN = "The paper takes JPEG, PNG, WebP, GIF, TIFF, HEIC and AVIF pictures.";
    private static final Set<String> AVIF = Set.of("avif", "avis");
    private static final Set<String> HEIF = Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1");

    private Signature() {}

    static PictureKind kindOf(PictureHead.Octets octets) throws PictureHead.Unreadable {
        if (octets.bytes().byteSize() == 0) {
            throw new PictureHead.Unreadable(Refusal.EMPTY, "The file is empty. " + TAKEN);
        }
        if (octets.startsWith(0, "\u00FF\u00D8\u00FF")) {
            return PictureKind.JPEG;
        }
        if (octets.startsWith(0, "\u0089PNG\r\n\u001A\n")) {
            return PictureKind.PNG;
        }
        if (octets.startsWith(0, "RIFF") && octets.startsWith(8, "WEBP")) {
            return PictureKind.WEBP;
        }
        if (octets.startsWith(0, "GIF87a") || octets.startsWith(0, "GIF89a")) {
            return PictureKind.GIF;
        }
        if (octets.startsWith(0, "II*\0") || octets.startsWith(0, "MM\0*")) {
            return PictureKind.TIFF;
        }
        if (octets.startsWith(4, "ftyp") && octets.bytes().byteSize() >= 12) {
            String brand = octets.ascii(8, 4);
            if (AVIF.contains(brand) || (HEIF.contains(brand) && brandsOf(octets, AVIF))) {
                return PictureKind.AVIF;
            }
            if (HEIF.contains(brand)) {
                return PictureKind.HEIF;
            }
        }
        throw new PictureHead.Unreadable(
                Refusal.NOT_A_PICTURE_WE_TAKE, "This is " + nameOf(octets) + ", whatever its name says. " + TAKEN);
    }

    /** ISO/IEC 14496-12 section 4.3: compatible brands follow the major one and its version. */
    private static boolean brandsOf(PictureHead.Octets octets, Set<String> wanted) {
        long end = Math.min(Math.min(octets.uint32(0), 256), octets.bytes().byteSize() - 3);
        for (long at = 16; at < end; at += 4) {
            if (wanted.contains(octets.ascii(at, 4))) {
                return true;
            }
        }
        return false;
    }

    private static String nameOf(PictureHead.Octets octets) {
        int length = (int) Math.min(octets.bytes().byteSize(), 512);
        String head = octets.ascii(0, length);
        String text = head.stripLeading().toLowerCase(Locale.ROOT);
        if (head.startsWith("%PDF")) {
            return "a PDF document";
        }
        if (head.startsWith("%!PS") || head.startsWith("\u00C5\u00D0\u00D3\u00C6")) {
            return "a PostScript file";
        }
        if (text.contains("<svg")) {
            return "an SVG drawing, which can carry programs";
        }
        if (text.startsWith("<!doctype html") || text.contains("<html")) {
            return "a web page";
        }
        if (head.startsWith("BM")) {
            return "a BMP picture";
        }
        if (head.startsWith("8BPS")) {
            return "a Photoshop document";
        }
        if (head.startsWith("\0\0\1\0") || head.startsWith("\0\0\2\0")) {
            return "an icon or cursor";
        }
        if (head.startsWith("\u00FF\n") || head.startsWith("JXL ", 4) || head.startsWith("jP  ", 4)) {
            return "a JPEG XL or JPEG 2000 picture";
        }
        if (head.startsWith("II+\0") || head.startsWith("MM\0+")) {
            return "a BigTIFF picture";
        }
        if (head.startsWith("PK")) {
            return "an archive or office document";
        }
        return "not a picture that the paper knows";
    }
}
