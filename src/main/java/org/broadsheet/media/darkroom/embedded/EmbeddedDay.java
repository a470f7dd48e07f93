package org.broadsheet.media.darkroom.embedded;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A day as metadata writes it: {@code 20260103} (IIM 2:55), {@code 2026-01-03T11:10:07+07:00} (XMP),
 * {@code 2026:01:03 11:10:07} (EXIF). The day is the one where the picture was taken; no zone is guessed.
 */
final class EmbeddedDay {

    private static final Pattern DAY =
            Pattern.compile("\\s*(\\d{4})[-:/.]?(\\d{2})[-:/.]?(\\d{2})(?!\\d{3}).*", Pattern.DOTALL);

    private EmbeddedDay() {}

    /** The first that can be read. */
    static Optional<LocalDate> of(String... written) {
        return Stream.of(written).flatMap(text -> read(text).stream()).findFirst();
    }

    private static Optional<LocalDate> read(String text) {
        Matcher parts = DAY.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.of(
                    Integer.parseInt(parts.group(1)),
                    Integer.parseInt(parts.group(2)),
                    Integer.parseInt(parts.group(3)));
            return day.getYear() < 1800 ? Optional.empty() : Optional.of(day);
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
