package org.broadsheet.base.html;

/**
 * A picture as it is set into a text.
 *
 * @param src a JPEG for whoever reads no {@code srcset}
 * @param jpegs the {@code srcset} of JPEGs
 * @param webps the {@code srcset} of WebPs
 * @param width in px, with height: what keeps its place
 * @param credit printed under it, after the caption that the text gives
 */
public record Illustration(
        String src, String jpegs, String webps, int width, int height, String alternativeText, String credit) {}
