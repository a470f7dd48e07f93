package org.broadsheet.wire.format.iptc7901;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first line of a message.
 *
 * @param source the service's letters, in lower case
 * @param number of the message, with its leading zeros
 * @param priority 1 (most) to 6; beyond that agencies use what figures they like
 * @param category the sender's letters for politics, sport and so on, in lower case
 * @param words how many there are; 0 where the line does not say
 * @param more what else stands there, which is the sender's own
 */
record Header(String source, String number, int priority, String category, int words, String more) {
    private static final Pattern LINE = Pattern.compile(
            "\\s*([A-Za-z]{1,8}?)\\s?(\\d{2,6})\\s+([1-9])\\s+([A-Za-z]{1,4})(?:\\s+(\\d{1,5}))?(?:\\s+(.{0,300}))?\\s*");
    private static final Pattern STRICT =
            Pattern.compile("[a-z]{2,6}\\d{3,5} [1-9] [a-z]{1,3} +\\d{1,5}(\\s.{0,100})?");

    static Optional<Header> read(String line) {
        Matcher m = LINE.matcher(line);
        if (!m.matches()) {
            return Optional.empty();
        }
        return Optional.of(new Header(
                m.group(1).toLowerCase(Locale.ROOT),
                m.group(2),
                Integer.parseInt(m.group(3)),
                m.group(4).toLowerCase(Locale.ROOT),
                m.group(5) == null ? 0 : Integer.parseInt(m.group(5)),
                m.group(6) == null ? "" : m.group(6).strip()));
    }

    /** So plain a header that no other text begins with it. */
    static boolean isStrictly(String line) {
        return STRICT.matcher(line).matches();
    }

    /** Another message of the same service, as it is named in a text: {@code dpa 0123} or {@code dpa0123}. */
    Optional<String> named(String text) {
        Matcher m = Pattern.compile("(?i)\\b" + source + "[ -]?(\\d{2,6})\\b").matcher(text);
        while (m.find()) {
            if (!m.group(1).equals(number)) {
                return Optional.of(m.group(1));
            }
        }
        return Optional.empty();
    }
}
