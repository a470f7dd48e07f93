package org.broadsheet.wire.format.text;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.wire.format.text.Dates.Clock;
import org.broadsheet.wire.format.text.Dates.Moment;

/**
 * RFC 822, RFC 2822 and asctime in the freedom in which they are met: weekday or none, month as a word before or after
 * the day, two or four figures of a year, zone as a name or figures.
 */
final class MailDates {
    private static final Pattern TIME = Pattern.compile("(\\d{1,2}):(\\d{1,2})(?::(\\d{1,2})(?:\\.\\d+)?)?");
    private static final Pattern GLUED = Pattern.compile("(\\d{1,2})-(\\p{L}{3,9})-(\\d{2,4})");
    private static final Map<String, Integer> MONTHS = Map.ofEntries(
            Map.entry("jan", 1),
            Map.entry("feb", 2),
            Map.entry("mar", 3),
            Map.entry("apr", 4),
            Map.entry("may", 5),
            Map.entry("jun", 6),
            Map.entry("jul", 7),
            Map.entry("aug", 8),
            Map.entry("sep", 9),
            Map.entry("oct", 10),
            Map.entry("nov", 11),
            Map.entry("dec", 12),
            // Greek
            Map.entry("ιαν", 1),
            Map.entry("φεβ", 2),
            Map.entry("μάώ", 3),
            Map.entry("μαώ", 3),
            Map.entry("μαρ", 3),
            Map.entry("μάρ", 3),
            Map.entry("απρ", 4),
            Map.entry("μάι", 5),
            Map.entry("μαϊ", 5),
            Map.entry("μαι", 5),
            Map.entry("ιού", 6),
            Map.entry("ιον", 6),
            Map.entry("ιούν", 6),
            Map.entry("ιούλ", 7),
            Map.entry("ιολ", 7),
            Map.entry("αύγ", 8),
            Map.entry("αυγ", 8),
            Map.entry("σεπ", 9),
            Map.entry("οκτ", 10),
            Map.entry("νοέ", 11),
            Map.entry("νοε", 11),
            Map.entry("δεκ", 12));

    private final List<String> numbers = new ArrayList<>();
    private final List<String> rest = new ArrayList<>();
    private int month;
    private int numbersBeforeMonth;
    private Optional<Clock> clock = Optional.empty();

    private MailDates() {}

    static Optional<Moment> read(String text) {
        MailDates reading = new MailDates();
        String parted = GLUED.matcher(text.replace(',', ' ')).replaceFirst("$1 $2 $3");
        for (String token : parted.strip().split("\\s+")) {
            reading.take(token);
        }
        return reading.moment();
    }

    private void take(String token) {
        Matcher time = TIME.matcher(token);
        Optional<Integer> named = month == 0 ? month(token) : Optional.empty();
        if (named.isPresent()) {
            month = named.get();
            numbersBeforeMonth = numbers.size();
        } else if (clock.isEmpty() && time.matches()) {
            clock = Optional.of(clock(time));
        } else if (token.matches("\\d{1,4}") && numbers.size() < 2) {
            numbers.add(token);
        } else {
            rest.add(token);
        }
    }

    private Optional<Moment> moment() {
        if (month == 0 || numbers.size() != 2 || numbersBeforeMonth > 1) {
            return Optional.empty();
        }
        if (!rest.isEmpty() && isWeekday(rest.getFirst())) {
            rest.removeFirst();
        }
        if (rest.size() > 1 && rest.getFirst().equals("at")) {
            rest.removeFirst();
        }
        String year = numbers.get(1);
        int years = year.length() <= 2 ? IsoDates.century(year) : Integer.parseInt(year);
        return rest.size() > 1 && !rest.get(1).startsWith("(")
                ? Optional.empty()
                : Moment.of(
                        new int[] {years, month, Integer.parseInt(numbers.getFirst())},
                        clock.orElse(Clock.MIDNIGHT),
                        rest.stream().findFirst());
    }

    /** Any word of letters alone that is not a zone: weekdays come in every language. */
    private static boolean isWeekday(String token) {
        return token.matches("\\p{L}+\\.?") && Zones.offset(token).isEmpty();
    }

    private static Optional<Integer> month(String token) {
        String word = token.toLowerCase(Locale.ROOT);
        for (int length : new int[] {4, 3}) {
            if (word.length() >= length) {
                Integer found = MONTHS.get(word.substring(0, length));
                if (found != null) {
                    return Optional.of(found);
                }
            }
        }
        return Optional.empty();
    }

    private static Clock clock(Matcher m) {
        String second = m.group(3);
        int hour = Integer.parseInt(m.group(1));
        if (hour == 24) {
            throw new DateTimeException("no hour of a mail");
        }
        return new Clock(hour, Integer.parseInt(m.group(2)), second == null ? 0 : Integer.parseInt(second), 0);
    }
}
