package org.broadsheet.media;

import java.util.regex.Pattern;

/**
 * What stands in a picture's place until it has come.
 *
 * <p>The paper's policy is {@code style-src 'self'}: no style attribute and no style element in a page. Two forms work
 * under it. The colour goes into a presentation attribute, which is not a style attribute to the policy:
 * {@code <svg class="placeholder" viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true"><rect width="1"
 * height="1" fill="#8a8f7c"/></svg>} laid behind the {@code <img>}. The blur is a {@code data:} picture some 16 px wide
 * that the browser smooths while scaling it up; it goes into {@code <image href>} of the same SVG, or an
 * {@code <img alt="">}, and needs {@code img-src 'self' data:}.
 *
 * @param colour the picture's average, {@code #rrggbb}
 * @param blur a {@code data:image/webp;base64,} or {@code data:image/jpeg;base64,} address of at most 600 characters
 *     (about 150 as a rule), or empty where none could be made
 */
public record Placeholder(String colour, String blur) {

    public static final int LONGEST_BLUR = 600;

    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");
    private static final Pattern BLUR = Pattern.compile("(data:image/(webp|jpeg);base64,[A-Za-z0-9+/]+={0,2})?");

    public Placeholder {
        if (!COLOUR.matcher(colour).matches()) {
            throw new IllegalArgumentException("placeholder colour must look like #8a8f7c, was " + colour);
        }
        if (blur.length() > LONGEST_BLUR || !BLUR.matcher(blur).matches()) {
            throw new IllegalArgumentException("placeholder blur must be a short data: picture");
        }
    }
}
