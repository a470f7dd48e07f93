package org.broadsheet.wire.format.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.wire.format.text.Dates.Clock;
import org.broadsheet.wire.format.text.Dates.Moment;

/** ISO 8601 with its reduced, ordinal and two-digit forms. */
final class IsoDates {
    private static final String TIME =
            "(?:[T ]+(?<hour>\\d{1,2}):?(?<minute>\\d{2})(?::?(?<second>\\d{2}))?(?:[.,](?<fraction>\\d{1,12}))?"
                    + "\\s*(?<zone>Z|z|UTC|GMT|[+\\-\u2212]\\d{2}(?::?\\d{2})?)?)?";

    /** Tried in this order; the named groups say what each is. A year alone or a month alone is its first day. */
    private static final List<Pattern> FORMS = List.of(
            form("(?<year>\\d{4})-(?<month>\\d{1,2})-(?<day>\\d{1,2})"),
            form("(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})"),
            form("(?<year>\\d{4})-0(?<month>\\d{2})-(?<day>\\d{2})"),
            form("(?<year>\\d{4})-(?<month>\\d{2})"),
            form("(?<year>\\d{4})-?(?<ordinal>\\d{3})"),
            form("(?<yy>\\d{2})-?(?<month>\\d{2})-?(?<day>\\d{2})"),
            form("-(?<yy>\\d{2})-?(?<month>\\d{2})"),
            form("(?<yy>\\d{2})-(?<ordinal>\\d{3})"),
            form("(?<year>\\d{4})"));

    private IsoDates() {}

    private static Pattern form(String date) {
        return Pattern.compile(date + TIME);
    }

    static Optional<Moment> read(String text) {
        for (Pattern form : FORMS) {
            Matcher m = form.matcher(text);
            if (m.matches()) {
                return Moment.of(date(m), clock(m), group(m, "zone"));
            }
        }
        return Optional.empty();
    }

    private static int[] date(Matcher m) {
        int year = group(m, "year").map(Integer::valueOf).orElseGet(() -> century(m.group("yy")));
        Optional<String> ordinal = group(m, "ordinal");
        if (ordinal.isPresent()) {
            LocalDate day = LocalDate.ofYearDay(year, Integer.parseInt(ordinal.get()));
            return new int[] {year, day.getMonthValue(), day.getDayOfMonth()};
        }
        int month = group(m, "month").map(Integer::valueOf).orElse(1);
        int day = group(m, "day").map(Integer::valueOf).orElse(1);
        return new int[] {year, month, day};
    }

    private static Clock clock(Matcher m) {
        if (group(m, "hour").isEmpty()) {
            return Clock.MIDNIGHT;
        }
        String fraction = (group(m, "fraction").orElse("0") + "000000000").substring(0, 9);
        return new Clock(
                Integer.parseInt(m.group("hour")),
                Integer.parseInt(m.group("minute")),
                group(m, "second").map(Integer::valueOf).orElse(0),
                Integer.parseInt(fraction));
    }

    /** Two figures are of this century up to 89, as feeds have been read since the nineties. */
    static int century(String twoFigures) {
        int year = Integer.parseInt(twoFigures);
        return year + (year < 90 ? 2000 : 1900);
    }

    private static Optional<String> group(Matcher m, String name) {
        return m.namedGroups().containsKey(name) ? Optional.ofNullable(m.group(name)) : Optional.empty();
    }
}
