package org.broadsheet.wire.item;

import java.util.Optional;

/**
 * A picture that an item carries or points to; it is not fetched here.
 *
 * @param href the largest rendition
 * @param width in pixels
 * @param height in pixels
 */
public record WirePicture(
        String href,
        Optional<String> caption,
        Optional<String> credit,
        Optional<String> alternative,
        Optional<String> rights,
        Optional<Integer> width,
        Optional<Integer> height,
        Optional<String> mimeType) {

    /** A picture of which only the address is known. */
    public static WirePicture at(String href) {
        return new WirePicture(
                href,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public WirePicture described(Optional<String> newCaption, Optional<String> newCredit, Optional<String> newRights) {
        return new WirePicture(
                href,
                caption.or(() -> newCaption),
                credit.or(() -> newCredit),
                alternative,
                rights.or(() -> newRights),
                width,
                height,
                mimeType);
    }

    public WirePicture sized(Optional<Integer> newWidth, Optional<Integer> newHeight, Optional<String> newMimeType) {
        return new WirePicture(href, caption, credit, alternative, rights, newWidth, newHeight, newMimeType);
    }

    public WirePicture saying(Optional<String> newAlternative) {
        return new WirePicture(href, caption, credit, newAlternative, rights, width, height, mimeType);
    }

    /** Pixels in all, to choose the largest of several renditions. */
    public long area() {
        return (long) width.orElse(0) * height.orElse(0);
    }
}
