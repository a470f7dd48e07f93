package org.broadsheet.wire.format.text;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.wire.format.text.Dates.Clock;
import org.broadsheet.wire.format.text.Dates.Moment;

/** Shapes of one country or one program: Korean, Hungarian, and Perforce's slashes. */
final class NationalDates {
    private static final Pattern KOREAN =
            Pattern.compile("(\\d{4})년\\s*(\\d{1,2})월\\s*(\\d{1,2})일\\s*(\\d{1,2}):(\\d{2}):(\\d{2})");
    private static final Pattern KOREAN_HALVES =
            Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})\\s*(오전|오후)\\s*(\\d{1,2}):(\\d{2}):(\\d{2})");
    private static final Pattern HUNGARIAN = Pattern.compile(
            "(\\d{4})-([\\p{L}\u00fa\u00e1]+\\.?)-(\\d{1,2})T(\\d{1,2}):(\\d{2})(?::(\\d{2}))?([+-]\\d{1,2}:\\d{2}|Z)?");
    private static final Pattern PERFORCE = Pattern.compile(
            "(?:\\p{L}{3},?\\s+)?(\\d{4})/(\\d{1,2})/(\\d{1,2})\\s+(\\d{1,2}):(\\d{2}):(\\d{2})(?:\\s+(\\S+))?");

    private static final Map<String, Integer> HUNGARIAN_MONTHS = Map.ofEntries(
            Map.entry("jan", 1),
            Map.entry("feb", 2),
            Map.entry("már", 3),
            Map.entry("ápr", 4),
            Map.entry("máj", 5),
            Map.entry("maj", 5),
            Map.entry("jún", 6),
            Map.entry("júl", 7),
            Map.entry("aug", 8),
            Map.entry("sze", 9),
            Map.entry("okt", 10),
            Map.entry("nov", 11),
            Map.entry("dec", 12));

    private NationalDates() {}

    static Optional<Moment> read(String text) {
        Matcher m = KOREAN.matcher(text);
        if (m.matches()) {
            return Moment.of(date(m), clock(m, 4), Optional.of("KST"));
        }
        m = PERFORCE.matcher(text);
        if (m.matches()) {
            return Moment.of(date(m), clock(m, 4), Optional.ofNullable(m.group(7)));
        }
        m = KOREAN_HALVES.matcher(text);
        if (m.matches()) {
            Clock twelve = clock(m, 5);
            int hour = twelve.hour() % 12 + (m.group(4).equals("오후") ? 12 : 0);
            return Moment.of(date(m), new Clock(hour, twelve.minute(), twelve.second(), 0), Optional.of("KST"));
        }
        return hungarian(text);
    }

    private static Optional<Moment> hungarian(String text) {
        Matcher m = HUNGARIAN.matcher(text);
        if (!m.matches()) {
            return Optional.empty();
        }
        String name = m.group(2).toLowerCase(Locale.ROOT);
        Integer month = HUNGARIAN_MONTHS.get(name.substring(0, Math.min(3, name.length())));
        return month == null
                ? Optional.empty()
                : Moment.of(
                        new int[] {Integer.parseInt(m.group(1)), month, Integer.parseInt(m.group(3))},
                        clock(m, 4),
                        Optional.ofNullable(m.group(7)));
    }

    private static int[] date(Matcher m) {
        return new int[] {Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3))};
    }

    private static Clock clock(Matcher m, int from) {
        String second = m.group(from + 2);
        return new Clock(
                Integer.parseInt(m.group(from)),
                Integer.parseInt(m.group(from + 1)),
                second == null ? 0 : Integer.parseInt(second),
                0);
    }
}
