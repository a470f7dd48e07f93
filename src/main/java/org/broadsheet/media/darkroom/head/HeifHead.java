package org.broadsheet.media.darkroom.head;

/**
 * ISO/IEC 23008-12 section 6.5.3: the largest {@code ispe} (image spatial extents) that any item of the file has. A
 * reader may be led to any of them, so the largest is what the picture may cost.
 */
final class HeifHead {

    private static final int MOST_BOXES = 10_000;

    private final PictureHead.Octets octets;
    private long width;
    private long height;
    private int boxes;

    private HeifHead(PictureHead.Octets octets) {
        this.octets = octets;
    }

    static PictureHead read(PictureHead.Octets octets, PictureKind kind) throws PictureHead.Unreadable {
        HeifHead head = new HeifHead(octets);
        head.walk(0, octets.bytes().byteSize());
        if (head.width > Integer.MAX_VALUE || head.height > Integer.MAX_VALUE) {
            throw PictureHead.damaged("it says that it is " + head.width + " by " + head.height + " pixels");
        }
        return new PictureHead(kind, (int) head.width, (int) head.height);
    }

    /** Only the boxes that lead to {@code ispe} are entered: meta, iprp, ipco; so the depth is three. */
    private void walk(long from, long end) throws PictureHead.Unreadable {
        long at = from;
        while (at + 8 <= end) {
            if (++boxes > MOST_BOXES) {
                throw PictureHead.damaged("it is made of too many parts");
            }
            long size = octets.uint32(at);
            String type = octets.ascii(at + 4, 4);
            long next = size == 0 ? end : at + size;
            if (size == 1 && at + 16 <= end) {
                next = at + (octets.uint32(at + 8) << 32 | octets.uint32(at + 12));
            }
            if (next < at + 8 || next > end) {
                return;
            }
            switch (type) {
                case "meta" -> walk(at + 12, next);
                case "iprp", "ipco" -> walk(at + 8, next);
                case "ispe" -> note(octets.uint32(at + 12), octets.uint32(at + 16));
                default -> {
                    // of no matter to the size
                }
            }
            at = next;
        }
    }

    private void note(long itemWidth, long itemHeight) {
        width = Math.max(width, itemWidth);
        height = Math.max(height, itemHeight);
    }
}
