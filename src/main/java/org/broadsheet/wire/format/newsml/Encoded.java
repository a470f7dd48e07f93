package org.broadsheet.wire.format.newsml;

import java.util.Locale;
import java.util.Optional;
import org.broadsheet.wire.format.text.Base64Octets;
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
        byte[] bytes = Base64Octets.decode(encoding.text());
        return Optional.of(bytes).filter(b -> b.length > 0);
    }
}
