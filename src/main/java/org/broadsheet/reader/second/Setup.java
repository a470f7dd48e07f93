package org.broadsheet.reader.second;

import io.nayuki.qrcodegen.QrCode;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An authenticator app about to be set up: nothing is kept before its first code was right.
 *
 * @param sealed carries the secret from the page back to the paper
 * @param secret for typing
 * @param uri for the picture
 */
public record Setup(String sealed, String secret, String uri) {
    private static final int QUIET_ZONE = 4;
    private static final int GROUP = 4;

    /** The secret in groups of four letters. */
    public String spaced() {
        return secret.replaceAll("(.{" + GROUP + "})(?=.)", "$1 ");
    }

    /** The picture's width and height in squares, its empty edge counted (ISO/IEC 18004). */
    public int size() {
        return picture().size + 2 * QUIET_ZONE;
    }

    /** The picture's dark squares, as the path of an SVG. */
    public String path() {
        QrCode picture = picture();
        return IntStream.range(0, picture.size * picture.size)
                .filter(at -> picture.getModule(at % picture.size, at / picture.size))
                .mapToObj(at ->
                        "M" + (at % picture.size + QUIET_ZONE) + " " + (at / picture.size + QUIET_ZONE) + "h1v1h-1z")
                .collect(Collectors.joining());
    }

    private QrCode picture() {
        return QrCode.encodeText(uri, QrCode.Ecc.MEDIUM);
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return "Setup[]";
    }
}
