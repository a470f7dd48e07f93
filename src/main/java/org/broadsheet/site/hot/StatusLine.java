package org.broadsheet.site.hot;

import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpStatus;

/** The first line of an answer, written out for every status there is. */
final class StatusLine {
    private static final int FIRST = 100;
    private static final int BEYOND = 600;
    private static final byte[][] LINES = new byte[BEYOND - FIRST][];

    static {
        for (int status = FIRST; status < BEYOND; status++) {
            String line = "HTTP/1.1 " + status + " " + HttpStatus.getMessage(status) + "\r\n";
            LINES[status - FIRST] = line.getBytes(StandardCharsets.US_ASCII);
        }
    }

    private StatusLine() {}

    static byte[] of(int status) {
        return LINES[status - FIRST];
    }
}
