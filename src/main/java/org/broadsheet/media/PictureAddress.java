package org.broadsheet.media;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where one rendition is served: {@code /pictures/{hash}/{width}.webp}. The hash is made from the bytes of all renditions
 * of a photograph, so an address never changes its content and may be cached for ever.
 *
 * @param hash 32 lower-case hexadecimal digits
 * @param width in px, 1 to 9999
 */
public record PictureAddress(String hash, int width, PictureFormat format) {

    public static final String ROOT = "/pictures/";

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern PATH = Pattern.compile("/pictures/([0-9a-f]{32})/([1-9][0-9]{0,3})\\.(webp|jpg)");

    public PictureAddress {
        if (!HASH.matcher(hash).matches()) {
            throw new IllegalArgumentException("picture hash must be 32 hexadecimal digits, was " + hash);
        }
        if (width < 1 || width > 9999) {
            throw new IllegalArgumentException("picture width must be 1 to 9999 px, was " + width);
        }
    }

    public String path() {
        return ROOT + hash + "/" + width + "." + format.extension();
    }

    /** Empty for anything that is not exactly such a path. */
    public static Optional<PictureAddress> parse(String path) {
        Matcher parts = PATH.matcher(path);
        return parts.matches()
                ? PictureFormat.ofExtension(parts.group(3))
                        .map(format -> new PictureAddress(parts.group(1), Integer.parseInt(parts.group(2)), format))
                : Optional.empty();
    }
}
