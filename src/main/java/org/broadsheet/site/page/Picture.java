package org.broadsheet.site.page;

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

    /** Taller than wide: shown narrower, so that it does not fill a screen. */
    public boolean upright() {
        return height > width;
    }
}
