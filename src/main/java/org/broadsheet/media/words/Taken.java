package org.broadsheet.media.words;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a picture was taken, no more exact than somebody wrote it down: nothing is filled up, and no zone is guessed.
 *
 * @param iso ISO 8601 in its extended form, cut where the writer stopped
 */
public record Taken(String iso) {

    public enum Precision {
        YEAR,
        MONTH,
        DAY,
        MINUTE,
        SECOND
    }

    private static final int FIRST_PHOTOGRAPH = 1800;

    /**
     * XMP's {@code 2026-01-03T11:10:07.25+07:00}, IIM's {@code 20260103} with {@code 111007+0700}, EXIF's
     * {@code 2026:01:03 11:10:07}; IIM writes 00 for a month or day that is not known (2:55).
     */
    private static final Pattern WRITTEN = Pattern.compile(
            "\\s*(\\d{4})(?:[-:/.]?(\\d{2})(?:[-:/.]?(\\d{2})(?!\\d{3,})"
                    + "(?:[T ]*(\\d{2}):?(\\d{2})(?::?(\\d{2})(?:[.]\\d+)?)?\\s*(Z|[+-]\\d{2}:?\\d{2})?)?)?)?.*",
            Pattern.DOTALL);

    public static Optional<Taken> parse(String written) {
        Matcher parts = WRITTEN.matcher(written);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(parts)
                    .map(Taken::iso)
                    .filter(iso -> !iso.isEmpty())
                    .map(Taken::new);
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static String iso(Matcher parts) {
        int year = Integer.parseInt(parts.group(1));
        if (year < FIRST_PHOTOGRAPH) {
            return "";
        }
        int month = number(parts, 2);
        int day = number(parts, 3);
        if (month == 0) {
            return String.format(Locale.ROOT, "%04d", year);
        }
        return day == 0 ? YearMonth.of(year, month).toString() : LocalDate.of(year, month, day) + time(parts);
    }

    private static String time(Matcher parts) {
        if (parts.group(4) == null) {
            return "";
        }
        LocalTime time = LocalTime.of(number(parts, 4), number(parts, 5), number(parts, 6));
        String clock = String.format(Locale.ROOT, "T%02d:%02d", time.getHour(), time.getMinute());
        String seconds = parts.group(6) == null ? "" : String.format(Locale.ROOT, ":%02d", time.getSecond());
        String zone =
                parts.group(7) == null ? "" : ZoneOffset.of(parts.group(7)).getId();
        return clock + seconds + zone;
    }

    private static int number(Matcher parts, int group) {
        return Optional.ofNullable(parts.group(group)).map(Integer::parseInt).orElse(0);
    }

    public Precision precision() {
        return switch (iso.length()) {
            case 4 -> Precision.YEAR;
            case 7 -> Precision.MONTH;
            case 10 -> Precision.DAY;
            default -> iso.length() > 16 && iso.charAt(16) == ':' ? Precision.SECOND : Precision.MINUTE;
        };
    }

    /** The day where it was taken. */
    public Optional<LocalDate> day() {
        return precision().compareTo(Precision.DAY) < 0
                ? Optional.empty()
                : Optional.of(LocalDate.parse(iso.substring(0, 10)));
    }

    /** Nothing where only a clock was written down. */
    public Optional<ZoneOffset> offset() {
        int at = precision() == Precision.SECOND ? 19 : 16;
        return iso.length() > at ? Optional.of(ZoneOffset.of(iso.substring(at))) : Optional.empty();
    }
}
