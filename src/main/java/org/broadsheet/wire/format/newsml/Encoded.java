package org.broadsheet.wire.format.newsml;

import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.broadsheet.wire.format.xml.XmlElement;

/** {@code <Encoding Notation="base64">} (5.8). */
final class Encoded {
    private Encoded() {}

    /** Absent where the notation is another one, or nothing is left. */
    static Optional<byte[]> bytes(XmlElement encoding) {
        boolean base64 = encoding.attribute("Notation")
                .filter(n -> n.toLowerCase(Locale.ROOT).contains("base64"))
                .isPresent();
        if (!base64) {
            return Optional.empty();
        }
        String letters = encoding.text().replaceAll("[^A-Za-z0-9+/]", "");
        String whole = letters.length() % 4 == 1 ? letters.substring(0, letters.length() - 1) : letters;
        byte[] bytes = Base64.getDecoder().decode(whole);
        return Optional.of(bytes).filter(b -> b.length > 0);
    }
}
