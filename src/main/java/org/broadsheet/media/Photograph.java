package org.broadsheet.media;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A photograph of the library, ready to be shown.
 *
 * @param width of the largest rendition, in px: what {@code <img width>} says, so that nothing jumps
 * @param height of the largest rendition, in px
 * @param renditions at least one of each format, narrowest first
 */
public record Photograph(
        PhotographId id,
        PhotographDetails details,
        int width,
        int height,
        Placeholder placeholder,
        List<Rendition> renditions) {

    /** Wide enough for a column of text on a dense screen; what browsers without srcset load. */
    private static final int PLAIN_WIDTH = 960;

    public Photograph {
        renditions = renditions.stream()
                .sorted(Comparator.comparingInt(Rendition::width))
                .toList();
        for (PictureFormat format : PictureFormat.values()) {
            if (renditions.stream().noneMatch(each -> each.format() == format)) {
                throw new IllegalArgumentException("photograph " + id + " has no rendition in " + format);
            }
        }
    }

    public String caption() {
        return details.caption();
    }

    public String credit() {
        return details.credit();
    }

    /** Empty where nobody has described the picture: then its caption, beside it, must do. */
    public String alternativeText() {
        return details.alternativeText();
    }

    public String creator() {
        return details.creator();
    }

    public String rights() {
        return details.rights();
    }

    public String usage() {
        return details.usage();
    }

    /** The {@code srcset} of one format: every width, each with its {@code w} descriptor. */
    public String srcset(PictureFormat format) {
        return renditions.stream()
                .filter(each -> each.format() == format)
                .map(each -> each.address() + " " + each.width() + "w")
                .collect(Collectors.joining(", "));
    }

    /** For {@code <img src>}: the widest JPEG of at most 960 px, or the narrowest there is. */
    public Rendition plain() {
        return widest(PictureFormat.JPEG, PLAIN_WIDTH);
    }

    /** For cards and structured data: the widest JPEG. */
    public Rendition largest() {
        return widest(PictureFormat.JPEG, Integer.MAX_VALUE);
    }

    /** The widest of at most so many px, or the narrowest there is. */
    public Rendition widest(PictureFormat format, int atMost) {
        List<Rendition> ofFormat =
                renditions.stream().filter(each -> each.format() == format).toList();
        return ofFormat.stream()
                .filter(each -> each.width() <= atMost)
                .reduce((narrower, wider) -> wider)
                .orElse(ofFormat.getFirst());
    }
}
