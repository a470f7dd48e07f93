package org.broadsheet.site.hot;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.broadsheet.site.store.Form;

/**
 * What goes out.
 *
 * @param head header lines with the empty line
 * @param body empty for HEAD and 304
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Answer(int status, byte[] head, byte[] body) {

    static final byte[] NOTHING = new byte[0];

    private static final int UNAVAILABLE = 503;
    private static final String FOR_ONE_READER = "Cache-Control: private, no-store\r\n";

    /** To a browser that asks ahead of its reader for what would spend something: it drops this and asks again. */
    static Answer notYet() {
        String head = "Content-Type: text/plain\r\nCache-Control: no-store\r\nContent-Length: 0\r\n\r\n";
        return new Answer(UNAVAILABLE, head.getBytes(StandardCharsets.US_ASCII), NOTHING);
    }

    /** With cookies, and therefore for nobody else, whatever the page says of itself. */
    Answer with(List<String> cookies) {
        if (cookies.isEmpty()) {
            return this;
        }
        StringBuilder lines = new StringBuilder();
        Form.fields(head).stream()
                .filter(field -> !field.getKey().equals("Cache-Control")
                        && !field.getKey().equals("Cache-Groups"))
                .forEach(field -> lines.append(field.getKey())
                        .append(": ")
                        .append(field.getValue())
                        .append("\r\n"));
        lines.append(FOR_ONE_READER);
        cookies.forEach(cookie -> lines.append("Set-Cookie: ").append(cookie).append("\r\n"));
        return new Answer(status, lines.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1), body);
    }
}
