package org.broadsheet.media.darkroom.head;

/** TIFF 6.0 section 2: width and length of the first image file directory. */
final class TiffHead {

    private static final int WIDTH = 256;
    private static final int LENGTH = 257;
    private static final int SHORT = 3;
    private static final int LONG = 4;

    private final PictureHead.Octets octets;
    private final boolean little;

    private TiffHead(PictureHead.Octets octets) {
        this.octets = octets;
        this.little = octets.uint8(0) == 'I';
    }

    static PictureHead read(PictureHead.Octets octets) throws PictureHead.Unreadable {
        TiffHead tiff = new TiffHead(octets);
        long directory = tiff.uint32(4);
        int entries = tiff.uint16(directory);
        long width = 0;
        long length = 0;
        for (long entry = directory + 2; entry < directory + 2 + 12L * entries; entry += 12) {
            switch (tiff.uint16(entry)) {
                case WIDTH -> width = tiff.number(entry);
                case LENGTH -> length = tiff.number(entry);
                default -> {
                    // of no matter to the size
                }
            }
        }
        if (width > Integer.MAX_VALUE || length > Integer.MAX_VALUE) {
            throw PictureHead.damaged("it says that it is " + width + " by " + length + " pixels");
        }
        return new PictureHead(PictureKind.TIFF, (int) width, (int) length);
    }

    private long number(long entry) throws PictureHead.Unreadable {
        return switch (uint16(entry + 2)) {
            case SHORT -> uint16(entry + 8);
            case LONG -> uint32(entry + 8);
            default -> throw PictureHead.damaged("its size is not a number");
        };
    }

    private int uint16(long at) {
        return little ? octets.uint16Little(at) : octets.uint16(at);
    }

    private long uint32(long at) {
        return little ? octets.uint32Little(at) : octets.uint32(at);
    }
}
