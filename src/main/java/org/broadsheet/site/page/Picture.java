package org.broadsheet.site.page;

import java.util.Locale;
import org.broadsheet.base.html.Illustration;
import org.broadsheet.media.Photograph;
import org.broadsheet.media.PictureFormat;

/**
 * A photograph as a page shows it.
 *
 * @param src a JPEG for whoever reads no {@code srcset}
 * @param width in px of the largest rendition, with height: what keeps its place
 * @param card a large JPEG for cards and structured data
 * @param alternativeText empty when the caption beside it must do
 * @param ground {@code #rrggbb} shown until it has come
 */
public record Picture(
        String src,
        String jpegs,
        String webps,
        int width,
        int height,
        String card,
        String alternativeText,
        String caption,
        String credit,
        String ground) {
    private static final int WIDE_ENOUGH = 960;

    public static Picture of(Photograph photograph) {
        return new Picture(
                photograph.plain().address(),
                photograph.srcset(PictureFormat.JPEG),
                photograph.srcset(PictureFormat.WEBP),
                photograph.width(),
                photograph.height(),
                photograph.largest().address(),
                photograph.alternativeText(),
                photograph.caption(),
                photograph.credit(),
                photograph.placeholder().colour());
    }

    /** As it is set into a story's text. */
    public Illustration illustration() {
        return new Illustration(src, jpegs, webps, width, height, alternativeText, credit);
    }

    /** Taller than wide: narrower, so that it does not fill a screen. Few pixels: no wider than the text, so that it stays sharp. */
    public Stand stand() {
        if (height > width) {
            return Stand.UPRIGHT;
        }
        return width < WIDE_ENOUGH ? Stand.SMALL : Stand.WIDE;
    }

    /** How wide a picture stands over a story, with what its {@code sizes} say of it. */
    public enum Stand {
        UPRIGHT("(min-width: 44em) 30rem, 100vw"),
        SMALL("(min-width: 44em) 37.5rem, 100vw"),
        WIDE("(min-width: 64em) 60rem, 100vw");

        private final String sizes;

        Stand(String sizes) {
            this.sizes = sizes;
        }

        public String sizes() {
            return sizes;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
