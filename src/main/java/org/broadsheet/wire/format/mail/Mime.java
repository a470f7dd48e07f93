package org.broadsheet.wire.format.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.broadsheet.wire.format.xml.Unreadable;

/**
 * Takes a mail apart into its parts. Jakarta Mail reads headers and their parameters; the cutting is done here, because
 * how deep and into how many parts a stranger's mail falls must be known before memory is spent on them.
 */
final class Mime {
    static final int LARGEST = 25 * 1024 * 1024;
    static final int DEPTH = 12;
    static final int PARTS = 500;
    static final int HEADER = 256 * 1024;

    private int parts;

    private Mime() {}

    static Part read(byte[] mail) {
        if (mail.length > LARGEST) {
            throw new Unreadable("a mail larger than " + LARGEST / (1024 * 1024) + " MB");
        }
        int from = fromLine(mail);
        return new Mime().part(mail, from, mail.length, 0);
    }

    /** The line that mail boxes put before a mail. */
    private static int fromLine(byte[] mail) {
        boolean box = new String(mail, 0, Math.min(5, mail.length), StandardCharsets.ISO_8859_1).equals("From ");
        return box ? nextLine(mail, 0, mail.length) : 0;
    }

    private Part part(byte[] mail, int from, int to, int depth) {
        if (depth > DEPTH) {
            throw new Unreadable("a mail with parts nested deeper than " + DEPTH);
        }
        if (++parts > PARTS) {
            throw new Unreadable("a mail of more than " + PARTS + " parts");
        }
        int body = body(mail, from, to);
        if (body - from > HEADER) {
            throw new Unreadable("a mail with more than " + HEADER / 1024 + " KB of headers in one part");
        }
        Part head = new Part(Part.headers(Arrays.copyOfRange(mail, from, body)), new byte[0], List.of());
        byte[] sent = new byte[0];
        List<Part> inner = List.of();
        if (head.is("multipart/")) {
            inner = inner(mail, body, to, boundary(head, mail, body, to), depth);
        } else if (head.is("message/rfc822")
                && head.header("Content-Transfer-Encoding")
                        .filter("base64"::equalsIgnoreCase)
                        .isEmpty()) {
            inner = List.of(part(mail, body, to, depth + 1));
        } else {
            sent = Arrays.copyOfRange(mail, body, to);
        }
        return new Part(head.headers(), sent, inner);
    }

    /** Where the first empty line ends; a part of headers alone has no body. */
    private static int body(byte[] mail, int from, int to) {
        int line = from;
        while (line < to) {
            int next = nextLine(mail, line, to);
            if (next - line <= 2 && (mail[line] == '\n' || (mail[line] == '\r' && next - line == 2))) {
                return next;
            }
            line = next;
        }
        return to;
    }

    /** The one that is said; where none is, the first line that looks like one. */
    private static Optional<String> boundary(Part head, byte[] mail, int from, int to) {
        Optional<String> said = head.parameter("Content-Type", "boundary").filter(b -> !b.isBlank());
        if (said.isPresent()) {
            return said;
        }
        int line = from;
        while (line < to) {
            int next = nextLine(mail, line, to);
            if (next - line > 6 && mail[line] == '-' && mail[line + 1] == '-') {
                return Optional.of(text(mail, line, next).strip().substring(2)).filter(b -> b.length() <= 200);
            }
            line = next;
        }
        return Optional.empty();
    }

    /** The parts between boundaries; what was cut off before the last boundary ends with the mail. */
    private List<Part> inner(byte[] mail, int from, int to, Optional<String> boundary, int depth) {
        if (boundary.isEmpty()) {
            return List.of();
        }
        byte[] mark = ("--" + boundary.get().stripTrailing()).getBytes(StandardCharsets.ISO_8859_1);
        List<Part> found = new ArrayList<>();
        int open = -1;
        int line = from;
        while (line < to) {
            int next = nextLine(mail, line, to);
            if (starts(mail, line, next, mark)) {
                if (open >= 0) {
                    found.add(part(mail, open, withoutBreak(mail, open, line), depth + 1));
                }
                int after = line + mark.length;
                if (after + 1 < next && mail[after] == '-' && mail[after + 1] == '-') {
                    return List.copyOf(found);
                }
                open = next;
            }
            line = next;
        }
        if (open >= 0 && open < to) {
            found.add(part(mail, open, to, depth + 1));
        }
        return List.copyOf(found);
    }

    /** The mark, then nothing but what may stand after one: a longer boundary is another one. */
    private static boolean starts(byte[] mail, int line, int next, byte[] mark) {
        int after = line + mark.length;
        if (after > next || Arrays.mismatch(mail, line, after, mark, 0, mark.length) >= 0) {
            return false;
        }
        String rest = text(mail, after, Math.min(next, after + 100)).strip();
        return rest.isEmpty() || rest.equals("--");
    }

    /** The line break before a boundary belongs to the boundary (RFC 2046, 5.1.1). */
    private static int withoutBreak(byte[] mail, int from, int to) {
        int end = to;
        if (end > from && mail[end - 1] == '\n') {
            end--;
        }
        return end > from && mail[end - 1] == '\r' ? end - 1 : end;
    }

    private static int nextLine(byte[] mail, int from, int to) {
        int i = from;
        while (i < to && mail[i] != '\n') {
            i++;
        }
        return Math.min(to, i + 1);
    }

    private static String text(byte[] mail, int from, int to) {
        return new String(mail, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
