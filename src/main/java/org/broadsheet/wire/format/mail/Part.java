package org.broadsheet.wire.format.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.ParameterList;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.wire.format.text.Base64Octets;

/**
 * A part of a mail, the whole being the outermost one: its headers, and either its octets as they were sent or the parts
 * in it.
 */
record Part(InternetHeaders headers, byte[] sent, List<Part> parts) {
    private static final Pattern TYPE =
            Pattern.compile("\\s*([\\w.+-]{1,80}/[\\w.+-]{1,120})\\s*(;.*)?", Pattern.DOTALL);
    private static final Pattern LOOSE =
            Pattern.compile("(?i);\\s*(charset|boundary|format|delsp|name|filename)\\s*=\\s*(\"[^\"]*\"|[^;\\s]+)");

    static InternetHeaders headers(byte[] head) {
        try {
            // what RFC 6532 allows and programs write regardless: letters as UTF-8
            return new InternetHeaders(new ByteArrayInputStream(head), true);
        } catch (MessagingException e) {
            return new InternetHeaders();
        }
    }

    Optional<String> header(String name) {
        String[] all = headers.getHeader(name);
        return all == null || all.length == 0
                ? Optional.empty()
                : Optional.of(unfolded(all[0])).filter(h -> !h.isEmpty());
    }

    private static String unfolded(String raw) {
        return raw.replaceAll("\\r?\\n(?=[ \\t])", "").strip();
    }

    /** In lower case; what names none, or one that is no type, is text (RFC 2045, 5.2). */
    String type() {
        return header("Content-Type")
                .map(TYPE::matcher)
                .filter(Matcher::matches)
                .map(m -> m.group(1).toLowerCase(Locale.ROOT))
                .orElse("text/plain");
    }

    boolean is(String start) {
        return type().startsWith(start);
    }

    boolean isAttachment() {
        return header("Content-Disposition")
                .filter(d -> d.toLowerCase(Locale.ROOT).startsWith("attachment"))
                .isPresent();
    }

    Optional<String> fileName() {
        return parameter("Content-Disposition", "filename")
                .or(() -> parameter("Content-Type", "name"))
                .map(Words::decode)
                .map(String::strip)
                .filter(n -> !n.isEmpty());
    }

    /** RFC 2231 and its continuations included; where the rest of the line is broken the parameter alone is looked for. */
    Optional<String> parameter(String header, String name) {
        Optional<String> line = header(header);
        int from = line.map(l -> l.indexOf(';')).orElse(-1);
        if (from < 0) {
            return Optional.empty();
        }
        String list = line.orElse("").substring(from);
        try {
            Optional<String> found = Optional.ofNullable(new ParameterList(list).get(name));
            if (found.isPresent()) {
                return found;
            }
        } catch (MessagingException | RuntimeException broken) {
            // as written by programs that know no better
        }
        return LOOSE.matcher(list)
                .results()
                .filter(m -> m.group(1).equalsIgnoreCase(name))
                .map(m -> m.group(2).replace("\"", ""))
                .findFirst();
    }

    byte[] bytes() {
        String encoding = header("Content-Transfer-Encoding").orElse("").toLowerCase(Locale.ROOT);
        return switch (encoding.strip()) {
            case "base64" -> Base64Octets.decode(sent);
            case "quoted-printable" -> Transfer.quotedPrintable(sent);
            default -> sent;
        };
    }
}
