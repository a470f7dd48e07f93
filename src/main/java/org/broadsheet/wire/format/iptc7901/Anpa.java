package org.broadsheet.wire.format.iptc7901;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The two lines of ANPA 1312, the American sibling of IPTC 7901, as the one line of the latter. */
record Anpa(Header header, List<String> keywords) {
    /** A letter for the service and a number; then the selector. */
    private static final Pattern NUMBER = Pattern.compile("([a-z])(\\d{3,4})\\s+([\\w-]{2,40})");

    /** {@code r i BC-Flood-River, 11-26 0345}: priority, category, cycle and keywords, date, words. */
    private static final Pattern LINE = Pattern.compile(
            "([a-z]) ([a-z])[\\s\\p{Cntrl}]{0,6}(?:(?:am|pm|bc|ap)-)?([\\p{L}\\d.&'-]{2,40})([ ,].{0,80}?)?(?:\\d{1,2}-\\d{1,2} ?(\\d{1,5})?)?",
            Pattern.CASE_INSENSITIVE);

    private static final String PRIORITIES = "fbur";

    static Optional<Anpa> read(List<String> lines) {
        if (lines.size() < 2) {
            return Optional.empty();
        }
        Matcher number = NUMBER.matcher(lines.get(0));
        Matcher line = LINE.matcher(lines.get(1));
        if (!number.matches() || !line.matches()) {
            return Optional.empty();
        }
        int priority = PRIORITIES.indexOf(line.group(1).toLowerCase(Locale.ROOT));
        String take =
                line.group(4) == null ? "" : line.group(4).replace(',', ' ').strip();
        int words = line.group(5) == null ? 0 : Integer.parseInt(line.group(5));
        return Optional.of(new Anpa(
                new Header(
                        number.group(1),
                        number.group(2),
                        priority < 0 ? PRIORITIES.length() + 1 : priority + 1,
                        line.group(2).toLowerCase(Locale.ROOT),
                        words,
                        (number.group(3) + " " + take).strip()),
                List.of(line.group(3))));
    }
}
