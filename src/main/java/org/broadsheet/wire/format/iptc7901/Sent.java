package org.broadsheet.wire.format.iptc7901;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.wire.format.text.Dates;
import org.broadsheet.wire.item.WireTime;

/** The last line: when the message was sent. Without a month and a year it is no date. */
final class Sent {
    /** {@code 212322 GMT Nov 18}: day, hour, minute, zone, month, year. */
    private static final Pattern DAY_FIRST = Pattern.compile(
            "\\b(\\d{2})(\\d{2})(\\d{2})\\s{0,3}([A-Za-z]{1,4}\\s{1,3}|[+-]\\d{4}\\s{1,3})?([A-Za-z]{3})[a-z]{0,7}\\.?\\s{0,3}(\\d{4}|\\d{2})\\b");
    /** {@code 1200 231126}: hour and minute, then day, month, year. */
    private static final Pattern TIME_FIRST =
            Pattern.compile("\\b(\\d{2}):?(\\d{2})\\s{1,3}(\\d{2})(\\d{2})(\\d{2})\\b");
    /** {@code 11-26-26 0700GMT}, as ANPA has it: month, day, year, hour, minute, zone. */
    private static final Pattern MONTH_FIRST =
            Pattern.compile("\\b(\\d{2})-(\\d{2})-(\\d{2})\\s{1,3}(\\d{2}):?(\\d{2})\\s{0,2}([A-Z]{3})?\\b");

    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

    private Sent() {}

    static Optional<WireTime> read(String line) {
        String text = line.length() > 300 ? line.substring(line.length() - 300) : line;
        return dayFirst(DAY_FIRST.matcher(text))
                .or(() -> timeFirst(TIME_FIRST.matcher(text)))
                .or(() -> monthFirst(MONTH_FIRST.matcher(text)));
    }

    private static Optional<WireTime> dayFirst(Matcher m) {
        if (!m.find()) {
            return Optional.empty();
        }
        String zone = m.group(4) == null ? "" : " " + m.group(4).strip();
        String clock = m.group(2) + ":" + m.group(3) + ":00";
        return month(m.group(5))
                .flatMap(month -> Dates.read(m.group(1) + " " + month + " " + m.group(6) + " " + clock + zone));
    }

    private static Optional<WireTime> timeFirst(Matcher m) {
        return m.find()
                ? Dates.read("20" + m.group(5) + "-" + m.group(4) + "-" + m.group(3) + "T" + m.group(1) + ":"
                        + m.group(2) + ":00")
                : Optional.empty();
    }

    private static Optional<WireTime> monthFirst(Matcher m) {
        if (!m.find()) {
            return Optional.empty();
        }
        String clock = m.group(4) + ":" + m.group(5) + ":00";
        String zone = m.group(6) == null ? "" : " " + m.group(6);
        return month(Integer.parseInt(m.group(1)))
                .flatMap(name -> Dates.read(m.group(2) + " " + name + " " + m.group(3) + " " + clock + zone));
    }

    private static Optional<String> month(int number) {
        return number < 1 || number > 12
                ? Optional.empty()
                : Optional.of(MONTHS.substring(3 * (number - 1), 3 * number));
    }

    /** In English, and where German, French, Italian and Indonesian have letters of their own. */
    private static Optional<String> month(String letters) {
        String word = letters.toLowerCase(java.util.Locale.ROOT);
        int at = MONTHS.indexOf(word);
        if (at >= 0 && at % 3 == 0) {
            return Optional.of(word);
        }
        return switch (word) {
            case "gen" -> Optional.of("jan");
            case "fev", "fév", "peb" -> Optional.of("feb");
            case "mrz", "mär" -> Optional.of("mar");
            case "avr" -> Optional.of("apr");
            case "mai", "mei", "mag" -> Optional.of("may");
            case "giu" -> Optional.of("jun");
            case "lug" -> Optional.of("jul");
            case "aou", "agu", "ags", "ago" -> Optional.of("aug");
            case "set" -> Optional.of("sep");
            case "okt", "ott" -> Optional.of("oct");
            case "nop" -> Optional.of("nov");
            case "dez", "déc", "des", "dic" -> Optional.of("dec");
            default -> Optional.empty();
        };
    }
}
