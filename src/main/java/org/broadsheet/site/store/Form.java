package org.broadsheet.site.store;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * One body as it goes over the wire in one coding, all but the date written out. The arrays are never changed.
 *
 * @param tag its entity tag with quotes, empty where it has none
 * @param head header lines and the empty line; the status line and {@code Date} go before it
 * @param unchanged the same for the answer 304
 */
@SuppressWarnings("ArrayRecordComponent") // compared by identity only
public record Form(Encoding encoding, String tag, byte[] head, byte[] unchanged, byte[] body) {
    /** About what the objects and arrays of one form take besides their bytes. */
    private static final int OVERHEAD = 160;

    /** Bytes of memory. */
    int weight() {
        return OVERHEAD + tag.length() + head.length + unchanged.length + body.length;
    }

    /** The header lines as fields, for a server that writes its own. */
    public static List<Map.Entry<String, String>> fields(byte[] head) {
        return new String(head, StandardCharsets.ISO_8859_1)
                .lines()
                .filter(line -> !line.isEmpty())
                .map(line -> Map.entry(line.substring(0, line.indexOf(':')), line.substring(line.indexOf(':') + 2)))
                .toList();
    }
}
