package org.broadsheet.wire.format.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.wire.format.text.Base64Octets;
import org.broadsheet.wire.format.xml.Encodings;

/**
 * Encoded words of headers (RFC 2047). Programs cut a letter of several octets in two between words, put words within
 * others, and leave spaces in them; so neighbours of one character set are put together before they are read.
 */
final class Words {
    private static final int LONGEST = 20_000;
    private static final Pattern WORD =
            Pattern.compile("=\\?([A-Za-z0-9_.:-]{1,40})(?:\\*[A-Za-z0-9-]{1,20})?\\?([BbQq])\\?([^?]{0,2000})\\?=");

    private Words() {}

    static String decode(String header) {
        String text = header.length() > LONGEST ? header.substring(0, LONGEST) : header;
        if (!text.contains("=?")) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        ByteArrayOutputStream open = new ByteArrayOutputStream();
        String charset = "";
        int from = 0;
        Matcher m = WORD.matcher(text);
        while (m.find()) {
            String between = text.substring(from, m.start());
            String its = m.group(1).toLowerCase(Locale.ROOT);
            if (!between.isBlank() || !its.equals(charset)) {
                flush(open, charset, out);
                // white space between two words is none (6.2)
                out.append(between.isBlank() && from > 0 ? "" : between);
            }
            open.writeBytes(octets(m.group(2), m.group(3)));
            charset = its;
            from = m.end();
        }
        flush(open, charset, out);
        return out.append(text.substring(from)).toString();
    }

    private static byte[] octets(String encoding, String word) {
        byte[] sent = word.getBytes(StandardCharsets.UTF_8);
        return encoding.equalsIgnoreCase("B")
                ? Base64Octets.decode(sent)
                : Transfer.quotedPrintable(word.replace('_', ' ').getBytes(StandardCharsets.UTF_8));
    }

    private static void flush(ByteArrayOutputStream open, String charset, StringBuilder out) {
        if (open.size() > 0) {
            out.append(
                    Encodings.decode(open.toByteArray(), Optional.of(charset)).text());
            open.reset();
        }
    }
}
